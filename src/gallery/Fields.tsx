// What can be typed into and dragged.
import { useState } from 'react';
import { Checkbox } from '../components/shared/controls/Checkbox.tsx';
import { logScale } from '../components/shared/fields/log-scale.ts';
import { NumberField } from '../components/shared/fields/NumberField.tsx';
import { Slider } from '../components/shared/fields/Slider.tsx';
import { TextArea } from '../components/shared/fields/TextArea.tsx';
import { TextField } from '../components/shared/fields/TextField.tsx';
import { ProgressBar } from '../components/shared/messages/ProgressBar.tsx';
import { formatCountOf } from '../lib/format/format-count.ts';
import styles from './gallery.module.css';
import { Section } from './Section.tsx';

const rowScale = logScale(1_000_000);

export function Fields() {
  const [title, setTitle] = useState('Product search');
  const [rows, setRows] = useState(100_000);
  const [isChecked, setIsChecked] = useState(true);
  return (
    <Section title="Fields">
      <div className={styles.fields}>
        <TextField label="Playground title" value={title} onChange={setTitle} />
        <TextField
          label="Index name"
          value="idx price"
          isMono
          onChange={() => {}}
          error="A name cannot hold a space. Write idx_price."
        />
        <NumberField
          label="Rows of products"
          value={rows}
          onChange={setRows}
          min={0}
          max={1_000_000}
          step={1000}
          unit="rows"
        />
        <div>
          <Slider
            label="Rows of products, roughly"
            value={rows}
            onChange={setRows}
            scale={rowScale}
            formatValue={(value) => formatCountOf(value, 'row')}
          />
          <ProgressBar label="Generating data" fraction={rows / 1_000_000} />
          <br />
          <ProgressBar label="Loading SQLite" fraction={null} />
        </div>
        <TextArea label="Notes" rows={2} value="Why is this slow?" onChange={() => {}} />
        <div>
          <Checkbox
            label="Include the counters"
            hint="The receiver's page can then confirm the work."
            isChecked={isChecked}
            onChange={setIsChecked}
          />
          <Checkbox label="Some of them" isMixed isChecked={false} onChange={() => {}} />
          <Checkbox label="Not possible" isDisabled isChecked={false} onChange={() => {}} />
        </div>
      </div>
    </Section>
  );
}
