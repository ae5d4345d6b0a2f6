// Property tests draw the same cases in every run, so that a red says something of the change.
// SQLDYNO_SEED names another seed; 'random' draws a new one, which a failure reports.
import fc from 'fast-check';

const usualSeed = 1_000_003;
const asked = process.env.SQLDYNO_SEED;

if (asked !== 'random') {
  fc.configureGlobal({ seed: asked === undefined ? usualSeed : Number(asked) });
}
