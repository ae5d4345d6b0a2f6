// The forms of people, places and things: there is nothing to set.
// The names come from frozen lists in datagen/pools.
import type { FormsOf, GeneratorForm } from '../generator-forms.ts';

type PlainKind =
  | 'person-name'
  | 'first-name'
  | 'middle-name'
  | 'last-name'
  | 'email'
  | 'user-name'
  | 'job-title'
  | 'phone'
  | 'street'
  | 'city'
  | 'state'
  | 'country'
  | 'country-code'
  | 'postal-code'
  | 'company'
  | 'product-name'
  | 'category';

function plain<Kind extends PlainKind>(
  kind: Kind,
  label: string,
  summary: string,
): GeneratorForm & { kind: Kind } {
  return { kind, label, group: 'People and places', summary, fields: [], initial: { kind } };
}

export const personForms: FormsOf<PlainKind> = {
  'person-name': plain('person-name', 'full name', 'first and last name'),
  'first-name': plain('first-name', 'first name', "the first name of the row's person"),
  'middle-name': plain('middle-name', 'middle name', 'another first name'),
  'last-name': plain('last-name', 'last name', "the last name of the row's person"),
  email: plain('email', 'e-mail', "addresses at example domains that fit the row's name"),
  'user-name': plain('user-name', 'user name', 'such as elena_weber42'),
  'job-title': plain('job-title', 'job title', 'such as Senior Marketing Analyst'),
  phone: plain('phone', 'phone', 'numbers such as +1 555 204 7781'),
  street: plain('street', 'street', 'house number and street'),
  city: plain('city', 'city', 'cities, some much more frequent'),
  state: plain('state', 'state', 'states of the United States, some much more frequent'),
  country: plain('country', 'country', 'countries, some much more frequent'),
  'country-code': plain('country-code', 'country code', 'two letters, such as DE'),
  'postal-code': plain('postal-code', 'postal code', 'five digits'),
  company: plain('company', 'company', 'such as Weber Software Group'),
  'product-name': plain('product-name', 'product', "names that fit the row's category"),
  category: plain('category', 'category', '24 shop categories, some much more frequent'),
};
