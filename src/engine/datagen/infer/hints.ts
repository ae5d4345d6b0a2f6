// What a column's name says about its values. The first hint that fits name and kind wins.
// Types and constraints are obeyed elsewhere (infer.ts); here is only what names mean.
import type { RangeShape, StandaloneGenerator } from '../../model/recipe/column-generator.ts';
import words from '../pools/words.json';
import type { NumberRange } from './narrowed-range.ts';

interface HintPlace {
  /** Matches the column's name in snake case. */
  pattern: RegExp;
  /** Matches the table's name too, where it matters. */
  table?: RegExp;
  /** Share of NULL where the column allows it. */
  emptyShare?: number;
}

/** A hint makes text, or numbers of a range, or moments; the column's kind decides the form. */
export type Hint = HintPlace &
  (
    | { makes: 'text'; settings: (names: HintNames) => StandaloneGenerator }
    | { makes: 'number'; range: NumberRange; decimals: number }
    | { makes: 'price'; range: NumberRange }
    | { makes: 'flag'; share: number }
    | { makes: 'moment'; form: 'date' | 'date-time'; delayDays: number }
    | { makes: 'birthday' }
  );

/** Names in lower case with underscores: 'orderedAt' is 'ordered_at'. */
export interface HintNames {
  column: string;
  table: string;
}

/** The name's words in lower case, joined by underscores. */
export function snakeName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toLowerCase();
}

/** A pattern for names that are, or end with, one of the words. */
function ends(alternatives: string): RegExp {
  return new RegExp(`(^|_)(${alternatives})$`);
}

function text(
  pattern: RegExp,
  settings: StandaloneGenerator | ((names: HintNames) => StandaloneGenerator),
): Hint {
  const made = typeof settings === 'function' ? settings : () => settings;
  return { pattern, makes: 'text', settings: made };
}

function choice(alternatives: string, values: string[], flatness: number): Hint {
  return text(ends(alternatives), {
    kind: 'choice',
    values,
    weights: { kind: 'falling', flatness },
  });
}

function number(
  alternatives: string,
  min: number,
  max: number,
  shape: RangeShape = 'even',
  decimals = 2,
): Hint {
  return {
    pattern: ends(alternatives),
    makes: 'number',
    range: { min, max, shape },
    decimals,
  };
}

function price(alternatives: string, min: number, max: number): Hint {
  return { pattern: ends(alternatives), makes: 'price', range: { min, max, shape: 'low' } };
}

const people =
  /(^|_)(person|people|user|customer|client|student|teacher|employee|staff|author|member|patient|doctor|player|contact|actor|artist|guest|passenger|driver|seller|buyer|agent|owner|manager|instructor|subscriber|profile|account|professor|pupil|tenant|visitor)s?$/;
const companyTables =
  /(^|_)(company|companies|supplier|vendor|organization|organisation|brand|manufacturer|publisher|employer|shop|store|merchant|carrier)s?$/;
const statusValues = ['shipped', 'pending', 'delivered', 'paid', 'cancelled', 'returned'];

function inTable(hint: Hint, table: RegExp): Hint {
  return { ...hint, table };
}

function mostlyEmpty(hint: Hint, emptyShare: number): Hint {
  return { ...hint, emptyShare };
}

function moment(pattern: RegExp, form: 'date' | 'date-time', delayDays = 0): Hint {
  return { pattern, makes: 'moment', form, delayDays };
}

const sentences = (most: number): StandaloneGenerator => ({ kind: 'sentences', most });

/** Hints in order of precedence. `emptyShare` applies where the column allows NULL. */
export const hints: readonly Hint[] = [
  text(/(^|_)e?_?mail(_address)?$/, { kind: 'email' }),
  mostlyEmpty(text(ends('middle_name'), { kind: 'middle-name' }), 0.6),
  text(ends('first_?name|given_name|fname|forename'), { kind: 'first-name' }),
  text(ends('last_?name|surname|family_name|lname'), { kind: 'last-name' }),
  text(ends('user_?name|login|handle|nick(name)?|screen_name'), { kind: 'user-name' }),
  text(
    ends(
      '(full|customer|contact|author|employee|student|teacher|owner|user|client|member|person|patient|recipient|sender)_?name|author|assignee|reporter|artist|teacher|instructor|customer|salesperson|composer|director|creator|driver|speaker',
    ),
    { kind: 'person-name' },
  ),
  text(
    ends(
      'company(_name)?|employer|organi[sz]ation|supplier|vendor|brand|manufacturer|publisher|merchant',
    ),
    { kind: 'company' },
  ),
  inTable(text(ends('name'), { kind: 'category' }), /(^|_)(category|categories|department)s?$/),
  inTable(text(ends('name'), { kind: 'person-name' }), people),
  inTable(text(ends('name'), { kind: 'company' }), companyTables),
  inTable(text(ends('name'), { kind: 'city' }), /(^|_)(city|cities)$/),
  inTable(text(ends('name'), { kind: 'country' }), /(^|_)(country|countries)$/),
  inTable(
    text(ends('name'), { kind: 'product-name' }),
    /(^|_)(product|item|article|good|part|catalog(ue)?|inventory|merchandise)s?$/,
  ),
  text(ends('product_?name|item_?name|product'), { kind: 'product-name' }),
  text(ends('category(_name)?|department'), { kind: 'category' }),
  inTable(text(ends('name'), { kind: 'word' }), /(^|_)(tag|keyword|label|topic)s?$/),
  choice('genre', words.genres, 4),
  inTable(
    choice('status', ['open', 'closed', 'in progress', 'blocked'], 1),
    /(^|_)(issue|ticket|task|bug|project|story|stories|incident|todo)s?$/,
  ),
  inTable(choice('status', ['active', 'inactive', 'suspended'], 0.3), people),
  choice('status|order_status|payment_status', statusValues, 1),
  text(ends('city|town'), { kind: 'city' }),
  text(ends('country_(code|iso)|iso_code'), { kind: 'country-code' }),
  text(ends('country(_name)?|nationality'), { kind: 'country' }),
  text(ends('state|province|region'), { kind: 'state' }),
  choice(
    'colou?r',
    [
      'black',
      'white',
      'blue',
      'grey',
      'red',
      'green',
      'silver',
      'brown',
      'beige',
      'yellow',
      'pink',
      'purple',
    ],
    3,
  ),
  choice('currency(_code)?', words.currencies, 1),
  choice('language|lang', words.languages, 2),
  choice('gender|sex', ['female', 'male', 'other'], 30),
  choice('priority|severity', ['medium', 'low', 'high', 'critical'], 1),
  choice('payment_method|method', ['card', 'paypal', 'transfer', 'invoice', 'cash'], 1),
  choice('role', ['member', 'editor', 'viewer', 'admin'], 1),
  choice('type|kind', ['standard', 'basic', 'premium', 'trial', 'custom'], 2),
  choice('size', ['M', 'L', 'S', 'XL', 'XS'], 3),
  choice('unit', ['piece', 'kg', 'box', 'litre', 'pack'], 2),
  choice('level', ['info', 'debug', 'warning', 'error'], 0.6),
  text(ends('job(_title)?|position_title|occupation|profession'), { kind: 'job-title' }),
  text(ends('street|address(_?line)?(_?\\d)?'), { kind: 'street' }),
  text(ends('phone(_number)?|mobile|fax|tel(ephone)?'), { kind: 'phone' }),
  text(ends('zip(_?code)?|postal_?code|postcode'), { kind: 'postal-code' }),
  text(ends('url|link|website|homepage|uri|avatar|image'), { kind: 'url' }),
  text(ends('slug|path'), { kind: 'slug' }),
  text(ends('uu?id|guid|id'), { kind: 'uuid' }),
  text(ends('token|hash|secret|checksum|digest|password(_hash)?|api_key'), {
    kind: 'hex',
    digits: 32,
  }),
  inTable(
    text(ends('(course_?)?code'), { kind: 'course-code' }),
    /(^|_)(course|module|class|lecture|subject)(e?s)?$/,
  ),
  text(ends('sku'), { kind: 'code', prefix: 'SKU-', digits: 6 }),
  text(ends('isbn'), { kind: 'code', prefix: '978', digits: 10 }),
  text(
    ends('code|ref(erence)?|serial(_number)?|number|plate|barcode|ean'),
    ({ column, table }) => ({ kind: 'code', prefix: codePrefix(column, table), digits: 4 }),
  ),
  mostlyEmpty(text(ends('notes?|comments?|remarks?|memo'), sentences(2)), 0.7),
  text(
    ends('description|summary|body|content|text|message|bio|review|abstract|excerpt'),
    sentences(3),
  ),
  text(ends('json|payload|metadata|meta|settings|data|attributes|properties'), {
    kind: 'json',
    keys: 3,
  }),
  text(ends('title|headline|subject|topic|name|label'), { kind: 'title' }),
  text(ends('tag|keyword|word'), { kind: 'word' }),

  {
    pattern:
      /^(is|has|can|was|should|allow|enable)_|(^|_)(active|enabled|deleted|visible|published|verified|archived|paid|done|completed|in_stock|available|featured|approved|confirmed)$/,
    makes: 'flag',
    share: 0.7,
  },
  price('total|subtotal|amount|revenue|balance|grand_total|invoice_total|budget', 5, 2500),
  number('salary|wage|income', 24000, 180000, 'low', 2),
  price('price|cost|fee|unit_price|list_price|fare|rent|price_each', 1, 1000),
  number('quantity|qty|item_count|items', 1, 10, 'low', 0),
  number('stock|in_stock|inventory|stock_quantity|units_in_stock', 0, 500, 'low', 0),
  number('capacity|seats|max_participants', 10, 300, 'low', 0),
  number('enrolled|participants|attendees|registered', 0, 200, 'low', 0),
  inTable(number('age', 17, 34, 'low', 0), /student|pupil/),
  number('adults|persons|passengers|children|beds', 1, 6, 'low', 0),
  number('age', 18, 90, 'low', 0),
  number('year|release_year|published_year', 1980, 2025, 'even', 0),
  number('month', 1, 12, 'even', 0),
  number('day|weekday', 1, 28, 'even', 0),
  number('hour', 0, 23, 'even', 0),
  number('minutes?', 0, 59, 'even', 0),
  number('rating|stars', 1, 5, 'even', 1),
  number('score|points|grade|mark', 0, 100, 'even', 1),
  number('percent(age)?|pct|share|progress', 0, 100, 'even', 1),
  number('rate|ratio|discount|tax(_rate)?|probability', 0, 0.5, 'low', 3),
  number('lat(itude)?', -60, 70, 'even', 5),
  number('lon(gitude)?|lng', -180, 180, 'even', 5),
  number('temperature|temp', -20, 40, 'even', 1),
  number('humidity', 20, 95, 'even', 1),
  number('weight|mass', 0.1, 80, 'low', 2),
  number('height|width|length|depth|size|distance', 1, 250, 'low', 1),
  number('duration|elapsed|seconds|milliseconds|ms', 1, 7200, 'low', 1),
  number('views|likes|clicks|visits|downloads|followers|plays|hits', 0, 100000, 'very-low', 0),
  number('bytes|file_size|size_bytes', 100, 50_000_000, 'very-low', 0),
  number('position|rank|sort_order|order_index|line_number|line', 1, 100, 'even', 0),
  number('priority|level|severity', 1, 5, 'low', 0),
  number('version|revision', 1, 20, 'low', 0),
  number('credits', 1, 12, 'even', 0),
  number('id', 1, 1000, 'low', 0),

  { pattern: /(^|_)(birth_?(date|day)?|date_of_birth|dob|born(_on)?)$/, makes: 'birthday' },
  mostlyEmpty(
    moment(/(^|_)(deleted|archived|cancell?ed|removed|revoked)_(at|on|date)$/, 'date-time', 400),
    0.9,
  ),
  mostlyEmpty(
    moment(
      /(^|_)(shipped|delivered|closed|completed|finished|resolved|paid|returned|ended)_(at|on|date)$/,
      'date-time',
      14,
    ),
    0.3,
  ),
  moment(/(^|_)(updated|modified|changed|last_login|last_seen)(_?(at|on|date))?$/, 'date-time', 90),
  moment(/(^|_)(end|due|expir\w*|valid_until)(_?(at|on|date|time))?$/, 'date', 60),
  moment(
    /((^|_)at|_time|(^|_)(timestamp|datetime|created|ordered|logged|sent|received))$/,
    'date-time',
  ),
  moment(/(_on|(^|_)(date|day|since|start)|_date)$/, 'date'),
  text(ends('time'), { kind: 'time-of-day' }),
];

// 'invoices.number' -> 'INV-', 'orders.reference' -> 'ORD-'
function codePrefix(column: string, table: string): string {
  const subject = column.includes('_') ? column : table;
  return `${subject.replace(/_.*$/, '').slice(0, 3).toUpperCase()}-`;
}
