// The keys of a chart's legend: a mark in the text's colour and what it means, and the setups' names.
// A saved picture is made from them too: each key is a small drawing followed by its text.
import { useId } from 'react';
import type { SetupLetter } from '../../engine/model/playground.ts';
import markStyles from '../marks/marks.module.css';
import {
  CrossMark,
  DiamondMark,
  DotMark,
  IntervalMark,
  RingMark,
  SpreadMark,
  SquareMark,
} from '../marks/marks.tsx';
import { SimulatedMark } from '../marks/SimulatedMark.tsx';
import { setupColor } from '../marks/setup-color.ts';
import { PartHatch, PartSurface } from '../parts/PartSurface.tsx';
import type { PartKind } from '../parts/parts-model.ts';

const drawings = {
  dot: <DotMark x={8} y={7} color="currentColor" />,
  ring: <RingMark x={8} y={7} color="currentColor" />,
  diamond: <DiamondMark x={8} y={7} color="currentColor" />,
  square: <SquareMark x={8} y={7} color="currentColor" />,
  cross: <CrossMark x={8} y={7} color="currentColor" />,
  point: <circle cx={8} cy={7} r={3.5} fill="currentColor" />,
  /** A median across its row. */
  line: <path d="M8 2V12" stroke="currentColor" strokeWidth={2.5} strokeLinecap="round" />,
  interval: <IntervalMark low={1} high={15} x={8} y={7} color="currentColor" />,
  spread: <SpreadMark low={2} high={14} y={7} color="currentColor" />,
  /** An interval along the y axis. */
  whisker: (
    <g stroke="currentColor" strokeWidth={1.25}>
      <path d="M8 1V13M5.5 1h5M5.5 13h5" />
      <circle cx={8} cy={7} r={2.5} fill="currentColor" />
    </g>
  ),
  band: <rect className={markStyles.band} x={4} y={1} width={8} height={12} />,
  prepare: <PartKey kind="prepare" />,
  execute: <PartKey kind="execute" />,
  fetch: <PartKey kind="fetch" />,
  simulated: <SimulatedMark x={6} y={7} color="currentColor" from={{ x: 16, y: 7 }} />,
  crossover: <path d="M8 0V14" stroke="currentColor" strokeWidth={1.25} strokeDasharray="3 2" />,
} as const;

/** Every legend brings the hatching along: a hidden one elsewhere on the page would draw nothing. */
function PartKey({ kind }: { kind: PartKind }) {
  const hatchId = useId();
  return (
    <>
      <PartHatch id={hatchId} color="currentColor" />
      <PartSurface
        kind={kind}
        x={1}
        y={1}
        width={14}
        height={12}
        color="currentColor"
        hatchId={hatchId}
      />
    </>
  );
}

export interface LegendKeyProps {
  mark: keyof typeof drawings;
  text: string;
}

export function LegendKey({ mark, text }: LegendKeyProps) {
  return (
    <span className={markStyles.key}>
      <svg width={16} height={14} aria-hidden="true">
        {drawings[mark]}
      </svg>
      {text}
    </span>
  );
}

export interface SetupKeyProps {
  letter: SetupLetter;
  /** Its name, and what else is to be said of the setup. */
  text: string;
}

/** A setup's letter in its colour, and its name. */
export function SetupKey({ letter, text }: SetupKeyProps) {
  return (
    <span className={markStyles.key}>
      <svg width={11} height={14} role="img" aria-label={letter}>
        <text className={markStyles.letter} x={0} y={10.5} fill={setupColor(letter)}>
          {letter}
        </text>
      </svg>
      {text}
    </span>
  );
}
