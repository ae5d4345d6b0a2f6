// What is on screen: panes, selection, theme, dialogs, notices. Nothing here is worth sharing; mode, lab
// and theme are kept in the browser.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SharedCounters } from '../engine/model/counters/author-counters.ts';
import type { Playground } from '../engine/model/playground.ts';
import type { Bytes } from '../engine/model/units.ts';

/** The author's counters by cellKey, each with what it was counted from. */
export interface AuthorCells {
  sqliteVersion: string;
  cells: Record<string, { basis: string; counters: SharedCounters }>;
}

export type Theme = 'system' | 'light' | 'dark';
export type LeftTab = 'queries' | 'schema' | 'data';
/** How the plans of the selected query are shown: as trees, as SQLite's lines, as instructions. */
export type PlanFormat = 'tree' | 'text' | 'program';
/** A step of a plan, by its place in the tree (StepNode.path). */
export interface PlanPlace {
  queryId: string;
  setupId: string;
  path: string;
}
export type DetailTab = 'chart' | 'plan' | 'rows';
/** The schema as script and tree, or drawn. */
export type SchemaView = 'text' | 'diagram';
/** On a phone only one of the three is visible. */
export type PhonePane = 'edit' | 'bench' | 'detail';
export type OpenDialog =
  | 'none'
  | 'share'
  | 'paste'
  | 'help'
  | 'commands'
  | 'instrument'
  | 'history'
  | 'import'
  | 'export'
  | 'stored'
  | 'diagram';
/** The window's two modes; Labs has tabs of its own. */
export type Mode = 'bench' | 'labs';
export type LabTab = 'writes' | 'scale' | 'storage';
/** Which picture of the selected query the chart pane shows. */
export type ChartKind = 'times' | 'order' | 'distribution' | 'counters' | 'parts';
/** What the colours of the bench's cells say. */
export type Heat = 'none' | 'ratio' | 'steps';
/** Time that a query's rounds may take; the first is offered as the shortest. */
export const budgetChoices = [3000, 10_000, 30_000, 60_000] as const;

/** A short message with at most one thing to do about it. */
export interface Notice {
  id: number;
  tone: 'info' | 'warning' | 'error';
  text: string;
  /** More lines, each a thing that was done. */
  details: string[];
  action: { label: string; run: () => void } | null;
}

/** The data of an opened link when it is a file. */
export interface LinkedData {
  imageId: string;
  fileName: string;
  sizeBytes: Bytes;
  /** Whether this browser has it. */
  isHere: boolean;
}

/** The banner of an opened link: what it holds and what it costs. */
export interface OpenedLink {
  title: string;
  queries: number;
  setups: number;
  rows: number;
  estimateMs: number;
  /** The file that its data is, which no link carries; null when a recipe makes it. */
  imported: LinkedData | null;
  /** Hash of the author's data; null when the link has none. */
  contentHash: string | null;
  /** What the author's page counted; null when the link has no counters. */
  author: AuthorCells | null;
  status: 'waiting' | 'reproducing' | 'same-data' | 'different-data' | 'reproduced';
}

export interface UiState {
  theme: Theme;
  mode: Mode;
  labTab: LabTab;
  leftTab: LeftTab;
  schemaView: SchemaView;
  /** The table that the schema's tree has to show next; null once it does. */
  shownTable: string | null;
  detailTab: DetailTab;
  /** In the wide window: the detail has the height that the bench can spare. */
  isDetailLarge: boolean;
  planFormat: PlanFormat;
  /** The step that a link or a finding points at; null for none. */
  planPlace: PlanPlace | null;
  phonePane: PhonePane;
  chart: ChartKind;
  heat: Heat;
  budgetMs: (typeof budgetChoices)[number];
  queryId: string | null;
  /** The setup chosen for Run query, and the selected cell's column. */
  setupId: string | null;
  /** Position of the caret or selection in the query editor (UTF-16 offsets). */
  selection: { start: number; end: number };
  dialog: OpenDialog;
  notices: Notice[];
  openedLink: OpenedLink | null;
  /** The playground that the address brought, until the user changes or reproduces it. */
  visited: Playground | null;
  /** A link that could not be opened: the sentence. */
  linkProblem: string | null;
  /** Whether the playground is safely stored; the sentence when not. */
  storageProblem: string | null;
}

export type UiStore = StoreApi<UiState>;

export function createUiStore(theme: Theme = 'system'): UiStore {
  return createStore<UiState>()(() => ({
    theme,
    mode: 'bench',
    labTab: 'writes',
    leftTab: 'queries',
    schemaView: 'text',
    shownTable: null,
    detailTab: 'chart',
    isDetailLarge: false,
    planFormat: 'tree',
    planPlace: null,
    phonePane: 'bench',
    chart: 'times',
    heat: 'none',
    budgetMs: 10_000,
    queryId: null,
    setupId: null,
    selection: { start: 0, end: 0 },
    dialog: 'none',
    notices: [],
    openedLink: null,
    visited: null,
    linkProblem: null,
    storageProblem: null,
  }));
}
