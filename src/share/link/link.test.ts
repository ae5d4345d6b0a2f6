import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthorCounters } from '../../engine/model/counters/author-counters.ts';
import type { Playground } from '../../engine/model/playground.ts';
import { anyCharacter } from '../../lib/any-character.testing.ts';
import {
  anyCounters,
  anyPlayground,
  anyRecentPlayground,
  recentPlayground,
  samplePlayground,
} from '../playgrounds.testing.ts';
import { toBase64url } from './base64url.ts';
import { checksum } from './checksum.ts';
import { parseLink, toLink } from './link.ts';
import type { LinkPayload } from './link-document.ts';

// samplePlayground in version 1.
const goldenLink =
  '#p=1.da.bZFhSsNAEIWvMrxfVgZJkKJdUYjtqsGaljSgEhepyWoDJW2TVltKwUsI_vOvJ_ACvUlPIkmNieDCwjLDfPPe2yWmEOgmo3AWTCnV_SQYgBFD4DxZf60_NG3e3-gOk9loqsM70Ob1k4ZRrFMwUgg0XWl5kjzrtC1pvAWltBOFZDuePJcudV37ynJv6VLeMgX9qX4aJQvy5I3HNE6iQJMrrXbtCIwQ4oCRQPg-ChbYNPKjFCPKW1E4vy9A4EKC7bTkDVV71HEqkopqDYq3jHz7f4CtrD_TeamGTMQEwl_mGen5WMdp9KwpiqlPFU1ZND3Zlk2PdunM7VyVqOsL6coyiGMSv2_Laf1EckKiUPcCccgY585FucLHBFzsaNk9z3aaXon9sxNsqsx0wfQxBPsNw-BG3dirM0y9D45nw6FSSq0U4yHzuOKtzYcFFWKyDzAVow9hMgKIHFU3jHxqAAHDeHysXqy-AQ.ArnaSg';

// Made with the first page that wrote counters.
const goldenLinkWithCounters =
  '#p=2.fc.bZFRattAEIavMvxPdRnMbmQ50ZYWVHubijpKUARNUJYiS-tG1Mi2ZKcJIdBLFPrW156gF8hNcpIiuaod6MDCMrPz_f_M3mMNhbNqkW-yNdU2rbJrMEooHFePvx9_Wnr68Z2usNos1ja_Aj19-0XzorQ1GDUURpH2Y02x_3aiabkF1fSiyCkIY32sIzqLghM_uqQP-pIpS9f286K6o1hfxEzLqsgsRdqf9F6BkUMdMiqoJEHHAkvRhjGMoi0V-e2nDgTuLAThWF_Qfo1Owz1LXbYHw1tGq_4_wNbWs-421UNjYgWV3Lc7srdLW9bFjaWipJT2PDWrOdcTPYrpJb2LTk92qI_vdaR3i3hN6t_dD8d_V_KGVOfuK9QRY9lOrnYSCVbgTmMcnMdBOIp32GeaYGmaoTtmgjk48YRgzxV9lyGtAy4387kxxjwYxrSZ8YG3Y07vqDPTfIA0jBRKMjKoFuUK0XZdQ0GI2Wz_gPGleeb03UFfgpOk0eFkIMRQSPaaYMkH7PCAHTlklz2PIeSBM3CHh2Aceek0y-0Mrbk_.7jNs2A';

// Made with the first page that wrote settings of columns.
const goldenLinkWithColumns =
  '#p=3.iy.bVJtattAEL3K8H41ZWx25aiJt7TgJtvUNHGCImiCshjbWicC11IkpXUIgV6i0H_92xP0ArlJTlJ2HcVqqUAgzey-j5l3hxoKJ2We3sxqquyknF2BsYTCQfnw--Gnpccf3-kC1zd5bdML0OO3X7TIlrYCo4LCXqQHsaZ48O5QU7EGquhFltJwFOsDHdFJNDwaROf0UZ8zzSa1vczLW4r1WcxUlNnMUqQHh1uvwUihdhiXUAGjhEoSNIhgKfxjDCPzrSxdjRs4cCNkONrXZ9Tu0fGoJaypbsHwGsNr-B_AWtxft31pC07ENVRy5ydlV4VdVtkXS9mSJtTS5AZ0qg_1Xkwv6X10fLSB-vRBR3ozjjeknr8Ho_2nwbwl1aj7CrXLKLxztaFIcA1uOPaHp_FwtBdvYP_iBEvjTDeYCRbgpC8E90PRDRnS9sDLm8XCGGPuDWPqPN7z2ub0lhoxbgHSMCZQkjGD8lChEP7WFRSEmM_bLxirfxaaJGj7cMFLUOf5wkWrzm-rJy2cYAUOuceiGxrDohuErvjsoijBkvsuG95fXqa2XBM8sY2z1B0sPQ9YcL910vreZzACEWx3hOwIuf4JOzLo9KRfpLNpPAHmzm91lRfddAruye1wJ9gVDCGD3nb4ame3P5nOUjtvK2gFmBOMx0WZ1_l4DHaBlub-Dw.CbkCgw';

const sampleCounters: AuthorCounters = {
  sqliteVersion: '3.54.1',
  cells: [
    [
      null,
      {
        vmSteps: 400_601,
        fullScanSteps: 99_999,
        sorts: 1,
        autoIndexRows: 2,
        filterHits: 3,
        filterMisses: 4,
        pageHits: 316,
        pageMisses: 5,
        rows: 99,
        resultHash: '01234567',
        planHash: '89abcdef',
      },
    ],
  ],
};

const emptyPlayground: Playground = {
  title: '',
  notes: '',
  schemaSql: '',
  recipe: { seed: 42, generatorsVersion: 1, rows: {} },
  indexes: [],
  queries: [],
  setups: [
    { id: 's1', name: 'baseline', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
  ],
};

const oneQuery = '"q":[{"n":"x","s":"y"}]';
const wireCell = '[9,1,0,0,0,0,3,4,5,"01234567","89abcdef"]';

async function linkOf(payload: LinkPayload): Promise<string> {
  const made = await toLink(payload);
  if (made.kind !== 'made') throw new Error(made.message);
  return made.hash;
}

/** A link around any text, its length and checksum right. */
function forge(json: string | Uint8Array, version = 1): string {
  const payload = toBase64url(deflateRawSync(json, { level: 9 }));
  const body = `${version}.${payload.length.toString(36)}.${payload}`;
  return `#p=${body}.${checksum(body)}`;
}

/** What a link has that carries a playground and nothing else. */
const bare = { kind: 'playground', contentHash: null, counters: null, step: null };

async function damageOf(hash: string): Promise<string> {
  const outcome = await parseLink(hash);
  if (outcome.kind !== 'damaged') return outcome.kind;
  expect(outcome.message).toMatch(/^[A-Z].*\.$/);
  return outcome.reason;
}

describe('a link', () => {
  it('gives the same playground back', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlayground, async (playground) => {
        const outcome = await parseLink(await linkOf({ playground }));
        expect(outcome).toEqual({ ...bare, playground });
      }),
      // The links with counters below carry 300 more playgrounds.
      { numRuns: 100 },
    );
  });

  it('makes ids anew and keeps the order', async () => {
    const setup = { indexes: [], hasStatistics: false, cache: { kind: 'none' as const } };
    const setups = [
      { id: 'x9', name: 'one', ...setup },
      { id: 'a', name: 'two', ...setup },
    ];
    const outcome = await parseLink(await linkOf({ playground: { ...samplePlayground, setups } }));
    expect(outcome).toMatchObject({
      playground: {
        setups: [
          { id: 's1', name: 'one' },
          { id: 's2', name: 'two' },
        ],
      },
    });
  });

  it("carries the author's content hash", async () => {
    const contentHash = '0123456789abcdef';
    const hash = await linkOf({ playground: samplePlayground, contentHash });
    expect(await parseLink(hash)).toMatchObject({ kind: 'playground', contentHash });
  });

  it('leaves defaults out', async () => {
    const hash = await linkOf({ playground: emptyPlayground });
    expect(hash).toMatch(/^#p=1\.6\.[\w-]{6}\.[\w-]{6}$/);
  });

  it('opens with the text that a sentence puts behind it', async () => {
    const hash = await linkOf({ playground: samplePlayground });
    expect((await parseLink(`${hash}).`)).kind).toBe('playground');
  });

  // Made by the first release; every later one must open it to the same playground.
  it('of version 1 opens for ever', async () => {
    expect(await parseLink(goldenLink)).toEqual({
      ...bare,
      playground: samplePlayground,
      contentHash: '00ff00ff00ff00ff',
    });
  });

  it('of version 2 opens for ever, counters and all', async () => {
    expect(await parseLink(goldenLinkWithCounters)).toEqual({
      kind: 'playground',
      playground: samplePlayground,
      contentHash: '00ff00ff00ff00ff',
      counters: sampleCounters,
      step: null,
    });
  });

  it('of version 3 opens for ever, with columns, generators and the file of its data', async () => {
    expect(await parseLink(goldenLinkWithColumns)).toEqual({
      ...bare,
      playground: recentPlayground,
      contentHash: '00ff00ff00ff00ff',
    });
  });

  it('that needs version 3 has it, and gives the same playground back', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecentPlayground, async (playground) => {
        const hash = await linkOf({ playground });
        expect(hash.startsWith('#p=3.')).toBe(true);
        expect(await parseLink(hash)).toMatchObject({ kind: 'playground', playground });
      }),
      { numRuns: 250 },
    );
  });

  it('is of the first version still when nothing of the third is in it', async () => {
    const recipe = { ...samplePlayground.recipe, columns: { products: {} } };
    const playground = { ...samplePlayground, recipe };
    expect(await linkOf({ playground })).toBe(await linkOf({ playground: samplePlayground }));
    const contentHash = '00ff00ff00ff00ff';
    expect(await linkOf({ playground: samplePlayground, contentHash })).toBe(goldenLink);
  });

  it("carries the author's counters, one for each cell that was counted", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPlayground.chain((playground) =>
          fc.tuple(fc.constant(playground), anyCounters(playground)),
        ),
        async ([playground, counters]) => {
          const hash = await linkOf({ playground, counters });
          const isEmpty = counters.cells.flat().every((cell) => cell === null);
          expect(hash.startsWith(isEmpty ? '#p=1.' : '#p=2.')).toBe(true);
          expect(await parseLink(hash)).toEqual({
            kind: 'playground',
            playground,
            contentHash: null,
            counters: isEmpty ? null : counters,
            step: null,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('cuts the hashes of counters, and is the same whether they were cut before or not', async () => {
    const whole = sampleCounters.cells.map((setups) =>
      setups.map((cell) => cell && { ...cell, resultHash: `${cell.resultHash}01234567` }),
    );
    const hash = await linkOf({
      playground: samplePlayground,
      contentHash: '00ff00ff00ff00ff',
      counters: { ...sampleCounters, cells: whole },
    });
    expect(await parseLink(hash)).toMatchObject({ counters: sampleCounters });
  });

  it('is not made from what could not be opened', async () => {
    const tooLong = { ...emptyPlayground, title: 'x'.repeat(1500) };
    const tooBig = {
      ...emptyPlayground,
      notes: 'ж'.repeat(199_000),
      schemaSql: 'ж'.repeat(800_000),
    };
    const notFinite = { ...samplePlayground };
    notFinite.queries = samplePlayground.queries.map((query) => ({ ...query, weight: Number.NaN }));
    for (const playground of [tooLong, tooBig, notFinite]) {
      expect(await toLink({ playground })).toMatchObject({ kind: 'refused' });
    }
  });

  it('says in words what is too large for it', async () => {
    const playground = { ...emptyPlayground, schemaSql: `-- ${'x'.repeat(1_199_997)}` };
    expect(await toLink({ playground })).toEqual({
      kind: 'refused',
      message:
        'This playground is larger than the 1 MiB that a link holds: the schema has 1,200,000 characters. Save it as a file instead.',
    });
  });
});

describe('other addresses', () => {
  it('are told apart', async () => {
    expect(await parseLink('')).toEqual({ kind: 'none' });
    expect(await parseLink('#')).toEqual({ kind: 'none' });
    const named = { kind: 'example', id: 'covering-index', step: null };
    expect(await parseLink('#example/covering-index')).toEqual(named);
    const lesson = { kind: 'lesson', id: 'explain', step: null };
    expect(await parseLink('#lesson/explain')).toEqual(lesson);
  });

  it('that are unknown are said to be, never taken for none', async () => {
    for (const hash of ['#x', '#example/', '#lesson/../x', '#q=1.3.abc.defghi']) {
      expect(await damageOf(hash)).toBe('invalid');
    }
  });
});

describe('a damaged link', () => {
  it('cut anywhere is said to be cut off', async () => {
    const hashes = await Promise.all([
      linkOf({ playground: emptyPlayground }),
      linkOf({ playground: samplePlayground }),
      linkOf({ playground: recentPlayground }),
      linkOf({ playground: { ...samplePlayground, notes: 'lorem ipsum '.repeat(200) } }),
    ]);
    for (const hash of hashes) {
      for (let length = 2; length < hash.length; length++) {
        expect(await damageOf(hash.slice(0, length)), `cut at ${length}`).toBe('cut-off');
      }
    }
  });

  it('with a changed character never opens', async () => {
    for (const playground of [samplePlayground, recentPlayground]) {
      const hash = await linkOf({ playground });
      for (let position = 1; position < hash.length; position++) {
        for (let bit = 0; bit < 8; bit++) {
          const code = hash.charCodeAt(position) ^ (1 << bit);
          const flipped =
            hash.slice(0, position) + String.fromCharCode(code) + hash.slice(position + 1);
          expect((await parseLink(flipped)).kind, flipped).toBe('damaged');
        }
      }
    }
  });

  it('whose case was lost says that it was changed', async () => {
    const hash = await linkOf({ playground: samplePlayground });
    expect(await damageOf(hash.toLowerCase())).toBe('corrupted');
  });

  it('of any form never throws and opens only as a whole', async () => {
    const hash = await linkOf({ playground: recentPlayground });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: anyCharacter }),
          fc.string().map((text) => `#p=3.${text}`),
          fc
            .tuple(fc.nat(hash.length), fc.nat(9), fc.string())
            .map(([start, count, text]) => hash.slice(0, start) + text + hash.slice(start + count)),
        ),
        async (text) => {
          const outcome = await parseLink(text);
          // The hash sign may be missing: parseLink takes a hash with or without it.
          const whole = text.startsWith('#') ? text : `#${text}`;
          if (outcome.kind === 'playground') expect(whole.startsWith(hash)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of a future version says so', async () => {
    expect(await damageOf(forge('{}', 4))).toBe('future-version');
    expect(await damageOf('#p=17.whatever-it-holds')).toBe('future-version');
    expect(await damageOf(forge('{"g":3}'))).toBe('future-version');
  });
});

describe('a hostile link', () => {
  it('that inflates beyond the limit is refused quickly', async () => {
    const bomb = forge(new Uint8Array((700 * 1024 * 1024) / 8));
    const honestLength = forge(`{"t":"${'a'.repeat(1024 * 1024)}"}`);
    for (const hash of [bomb, honestLength]) {
      const start = performance.now();
      expect(await damageOf(hash)).toBe('too-big');
      expect(performance.now() - start).toBeLessThan(500);
    }
    expect(await damageOf(`#p=1.zzzzzz.${'A'.repeat(100)}`)).toBe('too-big');
  });

  it('with deep nesting is refused', async () => {
    expect(await damageOf(forge('['.repeat(500_000)))).toBe('invalid');
    expect(await damageOf(forge(`${'['.repeat(500_000)}${']'.repeat(500_000)}`))).toBe('invalid');
    expect(await damageOf(forge(`{"t":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`))).toBe(
      'invalid',
    );
  });

  it('with keys of prototypes changes no prototype', async () => {
    const documents = [
      '{"__proto__":{"polluted":1}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '{"b":[{"__proto__":{"polluted":1}}]}',
      '{"q":[{"n":"x","s":"y","__proto__":null}]}',
      '{"x":[["t",[["c",["c",{"__proto__":{"polluted":1}}]]]]]}',
    ];
    for (const document of documents) expect(await damageOf(forge(document))).toBe('invalid');
    const tables = await parseLink(forge('{"r":[["__proto__",5],["constructor",6]]}'));
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    if (tables.kind !== 'playground') throw new Error('expected a playground');
    const rows = tables.playground.recipe.rows;
    expect(Object.entries(rows)).toEqual([
      ['__proto__', 5],
      ['constructor', 6],
    ]);
    expect(Object.getPrototypeOf(rows)).toBe(Object.prototype);
  });

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a list as setup', '{"b":[[]]}'],
    ['half a document', '{"t":"x"'],
    ['an unknown key', '{"zzz":1}'],
    ['no setup', '{"b":[]}'],
    ['seven setups', `{"b":[${'{},'.repeat(6)}{}]}`],
    ['an index that is not there', '{"b":[{"i":[0]}]}'],
    ['a negative position', '{"i":[["a","b"]],"b":[{"i":[-1]}]}'],
    ['too many rows', '{"r":[["t",10000001]]}'],
    ['half a row', '{"r":[["t",0.5]]}'],
    ['a seed out of range', '{"d":4294967296}'],
    ['an unknown generator', '{"q":[{"n":"x","s":"y","p":[[":a",["?",1]]]}]}'],
    ['a capacity of zero', '{"b":[{"c":["l",0]}]}'],
    ['an infinite number', '{"q":[{"n":"x","s":"y","w":1e999}]}'],
    ['a number as title', '{"t":5}'],
    ['generators of version 0', '{"g":0}'],
    ['too many queries', `{"q":[${'{"n":"x","s":"y"},'.repeat(500)}{"n":"x","s":"y"}]}`],
    ['a hash that is none', '{"h":"<b>"}'],
    ['counters of a query that is not there', `{"k":["3.54.1",[[${wireCell}]]]}`],
    ['counters of a setup that is not there', `{${oneQuery},"k":["3.54.1",[[null,${wireCell}]]]}`],
    ['half a count', `{${oneQuery},"k":["3.54.1",[[${wireCell.replace('9', '0.5')}]]]}`],
    ['a negative count', `{${oneQuery},"k":["3.54.1",[[${wireCell.replace('9', '-9')}]]]}`],
    ['counters without hashes', `{${oneQuery},"k":["3.54.1",[[[1,2,3]]]]}`],
    ['markup as the version of SQLite', `{${oneQuery},"k":["<b>",[[${wireCell}]]]}`],
  ])('with %s is refused', async (_, document) => {
    expect(await damageOf(forge(document))).toBe('invalid');
  });

  it('with other bytes than text is refused', async () => {
    expect(await damageOf(forge(Uint8Array.of(0x22, 0xff, 0xfe, 0x22)))).toBe('corrupted');
    const body = '1.4.____';
    expect(await damageOf(`#p=${body}.${checksum(body)}`)).toBe('corrupted');
  });
});
