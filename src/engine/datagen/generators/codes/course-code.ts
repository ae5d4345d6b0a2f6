// Codes of courses.
// Other codes stand in code.ts and pattern.ts.
import type { Generator, Source } from '../../generator.ts';

const subjects = 'CS MATH PHYS HIST BIO CHEM ECON LIT ART LAW MUS PHIL GEO PSY STAT ENG'.split(' ');
const perSubject = 900;
const maxNumber = 4294967296;

// Past three digits the numbers simply go on.
function courseCodeOf(number: number): string {
  return `${subjects[number % subjects.length]}-${100 + Math.floor(number / subjects.length)}`;
}

/** 'CS-204'. */
export function createCourseCode(source: Source): Generator {
  const { stream } = source;
  const size = subjects.length * perSubject;
  return {
    name: 'course code',
    description: 'course codes such as CS-204',
    at: (row) => courseCodeOf(stream.below(row, size)),
    distinct: (needed) => ({
      size: Math.max(size, Math.min(maxNumber, needed * 2)),
      at: courseCodeOf,
      isOrdered: false,
    }),
  };
}
