// How the instructions are to be read, in two sentences.
import styles from './ProgramView.module.css';

export function ProgramLegend() {
  return (
    <p className={styles.legend}>
      Instructions run from address 0 down, unless one goes elsewhere; <code>r[3]</code> is register
      3, a place for one value, and columns count from 0. Every opcode is explained on{' '}
      <cite>The SQLite Bytecode Engine</cite>, sqlite.org/opcode.html.
    </p>
  );
}
