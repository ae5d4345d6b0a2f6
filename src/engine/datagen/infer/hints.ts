// What a column's name says about its values. The first hint that fits name and kind wins.
// Types and constraints are obeyed elsewhere (infer.ts); here is only what people mean by names.

import type { Generator, Source } from '../generator.ts';
import { createChoice } from '../generators/choice.ts';
import {
  createCourseCode,
  createHex,
  createNumberedCode,
  createPhone,
  createUuid,
} from '../generators/codes.ts';
import { createTimeOfDay } from '../generators/moments.ts';
import type { NumberRange, Shape } from '../generators/numbers.ts';
import {
  createEmail,
  createFirstName,
  createJobTitle,
  createLastName,
  createPersonName,
  createUserName,
} from '../generators/people.ts';
import { createCompany, createStreet } from '../generators/places.ts';
import { createCategory, createProductName } from '../generators/products.ts';
import {
  createJson,
  createSentences,
  createSlug,
  createTitle,
  createUrl,
  createWord,
} from '../generators/text.ts';
import places from '../pools/places.json';
import words from '../pools/words.json';

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
    | { makes: 'text'; create: (source: Source, names: HintNames) => Generator }
    | { makes: 'number'; name: string; range: NumberRange; decimals: number }
    | { makes: 'price'; name: string; range: NumberRange }
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

function text(pattern: RegExp, create: (source: Source, names: HintNames) => Generator): Hint {
  return { pattern, makes: 'text', create };
}

function choice(alternatives: string, name: string, values: string[], evenness: number): Hint {
  return text(ends(alternatives), (source) =>
    createChoice(
      source,
      {
        name,
        description: `one of ${values.length}: ${values.slice(0, 4).join(', ')}${values.length > 4 ? ', ...' : ''}`,
      },
      values,
      evenness,
    ),
  );
}

function number(
  alternatives: string,
  name: string,
  min: number,
  max: number,
  shape: Shape = 'even',
  decimals = 2,
): Hint {
  return {
    pattern: ends(alternatives),
    makes: 'number',
    name,
    range: { min, max, shape },
    decimals,
  };
}

function price(alternatives: string, name: string, min: number, max: number): Hint {
  return { pattern: ends(alternatives), makes: 'price', name, range: { min, max, shape: 'low' } };
}

const people =
  /(^|_)(person|people|user|customer|client|student|teacher|employee|staff|author|member|patient|doctor|player|contact|actor|artist|guest|passenger|driver|seller|buyer|agent|owner|manager|instructor|subscriber|profile|account|professor|pupil|tenant|visitor)s?$/;
const companyTables =
  /(^|_)(company|companies|supplier|vendor|organization|organisation|brand|manufacturer|publisher|employer|shop|store|merchant|carrier)s?$/;
const countryCodes = 'US DE GB FR IT ES CA BR IN JP NL PL SE AU MX CH AT BE DK NO'.split(' ');
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

const sentences = (most: number) => (source: Source) => createSentences(source, most);

/** Hints in order of precedence. `emptyShare` applies where the column allows NULL. */
export const hints: readonly Hint[] = [
  text(/(^|_)e?_?mail(_address)?$/, createEmail),
  mostlyEmpty(
    text(ends('middle_name'), (source) => createFirstName({ ...source, shared: source.stream })),
    0.6,
  ),
  text(ends('first_?name|given_name|fname|forename'), createFirstName),
  text(ends('last_?name|surname|family_name|lname'), createLastName),
  text(ends('user_?name|login|handle|nick(name)?|screen_name'), createUserName),
  text(
    ends(
      '(full|customer|contact|author|employee|student|teacher|owner|user|client|member|person|patient|recipient|sender)_?name|author|assignee|reporter|artist|teacher|instructor|customer|salesperson|composer|director|creator|driver|speaker',
    ),
    createPersonName,
  ),
  text(
    ends(
      'company(_name)?|employer|organi[sz]ation|supplier|vendor|brand|manufacturer|publisher|merchant',
    ),
    createCompany,
  ),
  inTable(text(ends('name'), createCategory), /(^|_)(category|categories|department)s?$/),
  inTable(text(ends('name'), createPersonName), people),
  inTable(text(ends('name'), createCompany), companyTables),
  inTable(choice('name', 'city', places.cities, 12), /(^|_)(city|cities)$/),
  inTable(choice('name', 'country', places.countries, 12), /(^|_)(country|countries)$/),
  inTable(
    text(ends('name'), createProductName),
    /(^|_)(product|item|article|good|part|catalog(ue)?|inventory|merchandise)s?$/,
  ),
  text(ends('product_?name|item_?name|product'), createProductName),
  text(ends('category(_name)?|department'), createCategory),
  inTable(text(ends('name'), createWord), /(^|_)(tag|keyword|label|topic)s?$/),
  choice('genre', 'genre', words.genres, 4),
  inTable(
    choice('status', 'status', ['open', 'closed', 'in progress', 'blocked'], 1),
    /(^|_)(issue|ticket|task|bug|project|story|stories|incident|todo)s?$/,
  ),
  inTable(choice('status', 'status', ['active', 'inactive', 'suspended'], 0.3), people),
  choice('status|order_status|payment_status', 'status', statusValues, 1),
  choice('city|town', 'city', places.cities, 12),
  choice('country_(code|iso)|iso_code', 'country', countryCodes, 4),
  choice('country(_name)?|nationality', 'country', places.countries, 12),
  choice('state|province|region', 'state', places.states, 12),
  choice(
    'colou?r',
    'color',
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
  choice('currency(_code)?', 'currency', words.currencies, 1),
  choice('language|lang', 'language', words.languages, 2),
  choice('gender|sex', 'gender', ['female', 'male', 'other'], 30),
  choice('priority|severity', 'priority', ['medium', 'low', 'high', 'critical'], 1),
  choice('payment_method|method', 'method', ['card', 'paypal', 'transfer', 'invoice', 'cash'], 1),
  choice('role', 'role', ['member', 'editor', 'viewer', 'admin'], 1),
  choice('type|kind', 'type', ['standard', 'basic', 'premium', 'trial', 'custom'], 2),
  choice('size', 'size', ['M', 'L', 'S', 'XL', 'XS'], 3),
  choice('unit', 'unit', ['piece', 'kg', 'box', 'litre', 'pack'], 2),
  choice('level', 'level', ['info', 'debug', 'warning', 'error'], 0.6),
  text(ends('job(_title)?|position_title|occupation|profession'), createJobTitle),
  text(ends('street|address(_?line)?(_?\\d)?'), createStreet),
  text(ends('phone(_number)?|mobile|fax|tel(ephone)?'), createPhone),
  text(ends('zip(_?code)?|postal_?code|postcode'), (source) =>
    createNumberedCode({ ...source, rows: 1 }, '', 5),
  ),
  text(ends('url|link|website|homepage|uri|avatar|image'), createUrl),
  text(ends('slug|path'), createSlug),
  text(ends('uu?id|guid|id'), createUuid),
  text(ends('token|hash|secret|checksum|digest|password(_hash)?|api_key'), (source) =>
    createHex(source, 4),
  ),
  inTable(
    text(ends('(course_?)?code'), createCourseCode),
    /(^|_)(course|module|class|lecture|subject)(e?s)?$/,
  ),
  text(ends('sku'), (source) => createNumberedCode(source, 'SKU-', 6)),
  text(ends('isbn'), (source) => createNumberedCode({ ...source, rows: 1 }, '978', 10)),
  text(
    ends('code|ref(erence)?|serial(_number)?|number|plate|barcode|ean'),
    (source, { column, table }) => createNumberedCode(source, codePrefix(column, table), 4),
  ),
  mostlyEmpty(text(ends('notes?|comments?|remarks?|memo'), sentences(2)), 0.7),
  text(
    ends('description|summary|body|content|text|message|bio|review|abstract|excerpt'),
    sentences(3),
  ),
  text(ends('json|payload|metadata|meta|settings|data|attributes|properties'), createJson),
  text(ends('title|headline|subject|topic|name|label'), createTitle),
  text(ends('tag|keyword|word'), createWord),

  {
    pattern:
      /^(is|has|can|was|should|allow|enable)_|(^|_)(active|enabled|deleted|visible|published|verified|archived|paid|done|completed|in_stock|available|featured|approved|confirmed)$/,
    makes: 'flag',
    share: 0.7,
  },
  price(
    'total|subtotal|amount|revenue|balance|grand_total|invoice_total|budget',
    'amount',
    5,
    2500,
  ),
  number('salary|wage|income', 'salary', 24000, 180000, 'low', 2),
  price('price|cost|fee|unit_price|list_price|fare|rent|price_each', 'price', 1, 1000),
  number('quantity|qty|item_count|items', 'quantity', 1, 10, 'low', 0),
  number('stock|in_stock|inventory|stock_quantity|units_in_stock', 'stock', 0, 500, 'low', 0),
  number('capacity|seats|max_participants', 'capacity', 10, 300, 'low', 0),
  number('enrolled|participants|attendees|registered', 'count', 0, 200, 'low', 0),
  inTable(number('age', 'age', 17, 34, 'low', 0), /student|pupil/),
  number('adults|persons|passengers|children|beds', 'count', 1, 6, 'low', 0),
  number('age', 'age', 18, 90, 'low', 0),
  number('year|release_year|published_year', 'year', 1980, 2025, 'even', 0),
  number('month', 'month', 1, 12, 'even', 0),
  number('day|weekday', 'day', 1, 28, 'even', 0),
  number('hour', 'hour', 0, 23, 'even', 0),
  number('minutes?', 'minute', 0, 59, 'even', 0),
  number('rating|stars', 'rating', 1, 5, 'even', 1),
  number('score|points|grade|mark', 'score', 0, 100, 'even', 1),
  number('percent(age)?|pct|share|progress', 'percent', 0, 100, 'even', 1),
  number('rate|ratio|discount|tax(_rate)?|probability', 'rate', 0, 0.5, 'low', 3),
  number('lat(itude)?', 'latitude', -60, 70, 'even', 5),
  number('lon(gitude)?|lng', 'longitude', -180, 180, 'even', 5),
  number('temperature|temp', 'temperature', -20, 40, 'even', 1),
  number('humidity', 'humidity', 20, 95, 'even', 1),
  number('weight|mass', 'weight', 0.1, 80, 'low', 2),
  number('height|width|length|depth|size|distance', 'size', 1, 250, 'low', 1),
  number('duration|elapsed|seconds|milliseconds|ms', 'duration', 1, 7200, 'low', 1),
  number(
    'views|likes|clicks|visits|downloads|followers|plays|hits',
    'count',
    0,
    100000,
    'very-low',
    0,
  ),
  number('bytes|file_size|size_bytes', 'bytes', 100, 50_000_000, 'very-low', 0),
  number('position|rank|sort_order|order_index|line_number|line', 'position', 1, 100, 'even', 0),
  number('priority|level|severity', 'level', 1, 5, 'low', 0),
  number('version|revision', 'version', 1, 20, 'low', 0),
  number('credits', 'credits', 1, 12, 'even', 0),
  number('id', 'number', 1, 1000, 'low', 0),

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
  text(ends('time'), createTimeOfDay),
];

// 'invoices.number' -> 'INV-', 'orders.reference' -> 'ORD-'
function codePrefix(column: string, table: string): string {
  const subject = column.includes('_') ? column : table;
  return `${subject.replace(/_.*$/, '').slice(0, 3).toUpperCase()}-`;
}
