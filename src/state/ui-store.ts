// What is on screen: panes, selection, theme, dialogs, notices. Nothing here is worth sharing.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Playground } from '../engine/model/playground.ts';

export type Theme = 'system' | 'light' | 'dark';
export type LeftTab = 'queries' | 'schema' | 'data';
export type DetailTab = 'chart' | 'plan' | 'rows';
/** On a phone only one of the three is visible. */
export type PhonePane = 'edit' | 'bench' | 'detail';
export type OpenDialog = 'none' | 'share' | 'paste' | 'help' | 'commands';

/** A short message with at most one thing to do about it. */
export interface Notice {
  id: number;
  tone: 'info' | 'warning' | 'error';
  text: string;
  /** More lines, each a thing that was done. */
  details: string[];
  action: { label: string; run: () => void } | null;
}

/** The banner of an opened link: what it holds and what it costs. */
export interface OpenedLink {
  title: string;
  queries: number;
  setups: number;
  rows: number;
  estimateMs: number;
  /** Hash of the author's data; null when the link has none. */
  contentHash: string | null;
  status: 'waiting' | 'reproducing' | 'same-data' | 'different-data' | 'reproduced';
}

export interface UiState {
  theme: Theme;
  leftTab: LeftTab;
  detailTab: DetailTab;
  phonePane: PhonePane;
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
    leftTab: 'queries',
    detailTab: 'chart',
    phonePane: 'bench',
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
