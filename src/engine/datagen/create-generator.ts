// From settings to a generator: which file makes the values of each kind.
// References, expressions and defaults need other rows or columns and stand in plan/.
import { assertNever } from '../../lib/assert-never.ts';
import type { StandaloneGenerator } from '../model/recipe/column-generator.ts';
import type { Generator, Source } from './generator.ts';
import { createChoice } from './generators/choices/choice.ts';
import { createConstant } from './generators/choices/constant.ts';
import { createFlag } from './generators/choices/flag.ts';
import { createList } from './generators/choices/list.ts';
import { createBlob } from './generators/codes/blob.ts';
import { createCode, createPostalCode } from './generators/codes/code.ts';
import { createCourseCode } from './generators/codes/course-code.ts';
import { createHex } from './generators/codes/hex.ts';
import { createJson } from './generators/codes/json.ts';
import { createLetters } from './generators/codes/letters.ts';
import { createPattern } from './generators/codes/pattern.ts';
import { createUuid } from './generators/codes/uuid.ts';
import { createBirthday } from './generators/moments/birthday.ts';
import { createMoment } from './generators/moments/moment.ts';
import { createTimeOfDay } from './generators/moments/time-of-day.ts';
import { createDecimal } from './generators/numbers/decimal.ts';
import { createInteger } from './generators/numbers/integer.ts';
import { createLogNormal } from './generators/numbers/log-normal.ts';
import { createNormal } from './generators/numbers/normal.ts';
import { createPrice } from './generators/numbers/price.ts';
import { createSequence } from './generators/numbers/sequence.ts';
import { createZipf } from './generators/numbers/zipf.ts';
import { createEmail } from './generators/people/email.ts';
import { createFirstName, createMiddleName } from './generators/people/first-name.ts';
import { createJobTitle } from './generators/people/job-title.ts';
import { createLastName } from './generators/people/last-name.ts';
import { createPersonName } from './generators/people/person-name.ts';
import { createPhone } from './generators/people/phone.ts';
import { createUserName } from './generators/people/user-name.ts';
import { createCompany } from './generators/places/company.ts';
import {
  createCity,
  createCountry,
  createCountryCode,
  createState,
} from './generators/places/place-names.ts';
import { createStreet } from './generators/places/street.ts';
import { createCategory } from './generators/products/category.ts';
import { createProductName } from './generators/products/product-name.ts';
import { createSentences } from './generators/text/sentences.ts';
import { createSlug } from './generators/text/slug.ts';
import { createTemplate } from './generators/text/template.ts';
import { createTitle } from './generators/text/title.ts';
import { createUrl } from './generators/text/url.ts';
import { createWord } from './generators/text/word.ts';
import { createWords } from './generators/text/words.ts';

/** The generator of valid settings (settingsProblem finds nothing to say about them). */
export function createGenerator(settings: StandaloneGenerator, source: Source): Generator {
  switch (settings.kind) {
    case 'sequence':
      return createSequence(settings.start, settings.step);
    case 'integer':
      return createInteger(source, settings);
    case 'decimal':
      return createDecimal(source, settings);
    case 'price':
      return createPrice(source, settings);
    case 'normal':
      return createNormal(source, settings);
    case 'log-normal':
      return createLogNormal(source, settings);
    case 'zipf':
      return createZipf(source, settings);
    case 'choice':
      return createChoice(source, settings);
    case 'list':
      return createList(settings);
    case 'flag':
      return createFlag(source, settings);
    case 'constant':
      return createConstant(settings.value);
    case 'moment':
      return createMoment(source, settings);
    case 'birthday':
      return createBirthday(source, settings);
    case 'time-of-day':
      return createTimeOfDay(source);
    case 'template':
      return createTemplate(source, settings);
    case 'words':
      return createWords(source, settings);
    case 'word':
      return createWord(source);
    case 'title':
      return createTitle(source);
    case 'sentences':
      return createSentences(source, settings);
    case 'slug':
      return createSlug(source);
    case 'url':
      return createUrl(source);
    case 'person-name':
      return createPersonName(source);
    case 'first-name':
      return createFirstName(source);
    case 'middle-name':
      return createMiddleName(source);
    case 'last-name':
      return createLastName(source);
    case 'email':
      return createEmail(source);
    case 'user-name':
      return createUserName(source);
    case 'job-title':
      return createJobTitle(source);
    case 'phone':
      return createPhone(source);
    case 'street':
      return createStreet(source);
    case 'city':
      return createCity(source);
    case 'state':
      return createState(source);
    case 'country':
      return createCountry(source);
    case 'country-code':
      return createCountryCode(source);
    case 'postal-code':
      return createPostalCode(source);
    case 'company':
      return createCompany(source);
    case 'product-name':
      return createProductName(source);
    case 'category':
      return createCategory(source);
    case 'pattern':
      return createPattern(source, settings);
    case 'code':
      return createCode(source, settings);
    case 'course-code':
      return createCourseCode(source);
    case 'letters':
      return createLetters(source, settings);
    case 'uuid':
      return createUuid(source);
    case 'hex':
      return createHex(source, settings);
    case 'blob':
      return createBlob(source, settings);
    case 'json':
      return createJson(source, settings);
    default:
      return assertNever(settings);
  }
}
