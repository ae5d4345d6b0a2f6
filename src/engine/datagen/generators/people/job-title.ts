// What people do.
// Drawn for itself: it depends on no other column of the row.
import type { Generator, Source } from '../../generator.ts';
import people from '../../pools/people.json';

const { jobLevels, jobAreas, jobTypes } = people;

/** 'Senior Marketing Analyst'. */
export function createJobTitle(source: Source): Generator {
  const { stream } = source;
  const area = stream.split('area');
  const type = stream.split('type');
  return {
    name: 'job title',
    description: 'job titles',
    at: (row) =>
      `${jobLevels[stream.below(row, jobLevels.length)]} ${jobAreas[area.below(row, jobAreas.length)]} ${jobTypes[type.below(row, jobTypes.length)]}`,
    distinct: () => ({
      size: jobLevels.length * jobAreas.length * jobTypes.length,
      isOrdered: false,
      at(number) {
        const rest = Math.floor(number / jobLevels.length);
        const level = jobLevels[number % jobLevels.length];
        return `${level} ${jobAreas[rest % jobAreas.length]} ${jobTypes[Math.floor(rest / jobAreas.length)]}`;
      },
    }),
  };
}
