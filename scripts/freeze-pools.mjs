// Writes the value pools of the data generators from @faker-js/faker and the lists below.
// Run by hand only: a pool that changes changes the data of every old link (node scripts/freeze-pools.mjs).
import { mkdirSync, writeFileSync } from 'node:fs';
import { en } from '@faker-js/faker';

const folder = new URL('../src/engine/datagen/pools/', import.meta.url);

/** Short, plain entries spread evenly over a long alphabetical list. */
function sample(list, count, accept = () => true) {
  const fit = [...new Set(list)].filter((entry) => accept(entry));
  if (fit.length <= count) return fit;
  return Array.from({ length: count }, (_, at) => fit[Math.floor((at * fit.length) / count)]);
}

/** The same mixed order every time: alphabetical order would make A the most frequent letter. */
function mixed(list) {
  const step = [89, 97, 101, 103, 107].find((prime) => list.length % prime !== 0);
  return list.map((_, at) => list[(at * step) % list.length]);
}

const isPlain = (text) => /^[A-Za-z][a-z]{2,9}$/.test(text);
const isShort = (text) => text.length <= 18;

// What a shop sells by department. A noun stands in one department only: names stay distinct.
const products = {
  Electronics:
    'Headphones|Bluetooth Speaker|Power Bank|Webcam|Smart Watch|Projector|Tablet Stand|Desk Lamp|Charging Cable|Microphone',
  Home: 'Table Lamp|Wall Clock|Throw Pillow|Storage Basket|Picture Frame|Curtain Rod|Coat Rack|Door Mat|Bookshelf|Candle Holder',
  Kitchen:
    'Frying Pan|Cutting Board|Coffee Grinder|Mixing Bowl|Knife Set|Tea Kettle|Spice Rack|Salad Spinner|Measuring Cup|Serving Tray',
  Clothing: 'Jacket|Sweater|Shirt|Trousers|Scarf|Raincoat|Cardigan|Belt|Gloves|Beanie',
  Books:
    'Notebook|Sketchbook|Travel Journal|Photo Album|Recipe Book|Planner|Bookend|Reading Light|Bookmark Set|Atlas',
  Sports:
    'Yoga Mat|Dumbbell|Jump Rope|Water Bottle|Tennis Racket|Soccer Ball|Gym Bag|Resistance Band|Knee Pad|Stopwatch',
  Toys: 'Puzzle|Building Set|Toy Train|Kite|Marble Run|Spinning Top|Dollhouse|Stacking Rings|Toy Truck|Board Game',
  Garden:
    'Watering Can|Plant Pot|Garden Hose|Pruning Shears|Bird Feeder|Wheelbarrow|Trellis|Rain Gauge|Garden Bench|Seed Tray',
  Beauty:
    'Hand Mirror|Hair Brush|Soap Dish|Makeup Bag|Nail File|Bath Sponge|Perfume Bottle|Comb|Shower Caddy|Lotion Dispenser',
  Computers:
    'Keyboard|Mouse|Monitor Stand|Laptop Sleeve|Docking Station|USB Hub|Hard Drive Case|Cooling Pad|Mouse Pad|Card Reader',
  Office:
    'Stapler|Desk Organizer|Paper Tray|Pen Holder|Whiteboard|Office Chair|Filing Cabinet|Tape Dispenser|Letter Opener|Footrest',
  Tools:
    'Hammer|Screwdriver Set|Tape Measure|Toolbox|Pliers|Hand Saw|Spirit Level|Wrench|Utility Knife|Clamp',
  Outdoors:
    'Backpack|Sleeping Bag|Camping Stove|Lantern|Hiking Pole|Tent Peg Set|Cooler|Hammock|Compass|Fire Starter',
  Grocery:
    'Bread Box|Lunch Box|Spice Jar|Cookie Tin|Fruit Bowl|Pepper Mill|Egg Holder|Oil Dispenser|Cereal Container|Wine Rack',
  Shoes: 'Sneakers|Boots|Sandals|Slippers|Loafers|Running Shoes|Clogs|Shoe Rack|Shoe Horn|Insoles',
  Baby: 'Stroller|Crib Mobile|Baby Blanket|High Chair|Rattle|Bib Set|Changing Mat|Bottle Warmer|Night Light|Play Mat',
  Automotive:
    'Car Charger|Floor Mat Set|Seat Cover|Tire Gauge|Phone Mount|Ice Scraper|Sun Shade|Trunk Organizer|Jumper Cable|License Frame',
  Music:
    'Guitar Stand|Music Stand|Ukulele|Drum Sticks|Metronome|Harmonica|Piano Bench|Tambourine|Record Crate|Tuning Fork',
  Games:
    'Chess Set|Card Deck|Dice Set|Dart Board|Game Controller|Backgammon Set|Domino Set|Poker Chips|Game Table|Score Board',
  Pets: 'Dog Leash|Cat Tree|Pet Bed|Food Bowl|Bird Cage|Aquarium|Pet Carrier|Scratching Post|Chew Toy|Grooming Brush',
  Jewelry:
    'Necklace|Bracelet|Earrings|Ring Box|Brooch|Cufflinks|Pendant|Watch Strap|Jewelry Tree|Anklet',
  Health:
    'Thermometer|Pill Box|Massage Roller|Heating Pad|First Aid Kit|Humidifier|Back Support|Eye Mask|Posture Strap|Foot Bath',
  Art: 'Easel|Paint Brush Set|Palette|Canvas Board|Drawing Tablet|Clay Tools|Brush Washer|Color Wheel|Art Portfolio|Mat Cutter',
  Travel:
    'Suitcase|Passport Holder|Neck Pillow|Luggage Tag|Toiletry Bag|Travel Adapter|Packing Cubes|Money Belt|Garment Bag|Travel Mug',
};

const adjectives =
  'Compact|Modern|Classic|Portable|Foldable|Lightweight|Heavy-Duty|Slim|Premium|Everyday|Vintage|Minimalist|Rugged|Deluxe|Adjustable|Ergonomic|Handmade|Rustic|Sleek|Recycled|Refined|Elegant|Practical|Durable|Soft|Smart|Waterproof|Stackable|Reversible|Extendable|Nordic|Urban|Polished|Brushed|Woven|Essential|Signature|Original|Travel|Professional|Cozy|Quiet|Bright|Bold|Natural|Large|Small|Medium';
const materials =
  'Steel|Oak|Bamboo|Ceramic|Cotton|Leather|Aluminum|Glass|Walnut|Linen|Bronze|Marble|Canvas|Rubber|Silk|Copper|Cork|Granite|Wool|Plastic|Brass|Felt|Titanium|Pine';
const editions =
  'Plus|Pro|Mini|Max|XL|II|Lite|Duo|Air|Set of 2|Set of 4|Limited|Select|Home|Studio|Go';

const files = {
  people: {
    firstNames: mixed(
      sample([...en.person.first_name.female, ...en.person.first_name.male], 240, isPlain),
    ),
    lastNames: mixed(sample(en.person.last_name.generic, 300, isPlain)),
    jobLevels: en.person.job_descriptor,
    jobAreas: en.person.job_area,
    jobTypes: en.person.job_type,
  },
  products: {
    departments: Object.entries(products).map(([name, nouns]) => ({
      name,
      nouns: nouns.split('|'),
    })),
    adjectives: adjectives.split('|'),
    materials: materials.split('|'),
    editions: editions.split('|'),
    colors: en.color.human.map((color) => color.charAt(0).toUpperCase() + color.slice(1)),
  },
  places: {
    cities: mixed(sample(en.location.city_name, 200, isShort)),
    countries: mixed(
      sample(
        en.location.country.map((entry) => entry.country ?? entry),
        120,
        isShort,
      ),
    ),
    states: en.location.state,
    streets: mixed(
      sample(en.location.street_name, 160, (name) => isShort(name) && !/^\d/.test(name)),
    ),
  },
  companies: {
    suffixes: [
      'Inc',
      'LLC',
      'Group',
      'Ltd',
      'GmbH',
      'Partners',
      'Labs',
      'Works',
      'Systems',
      'Trading',
    ],
    lines: sample(en.company.noun, 60, (noun) => isPlain(noun)),
  },
  words: {
    nouns: sample(en.word.noun, 240, (word) => /^[a-z]{3,9}$/.test(word)),
    adjectives: sample(en.word.adjective, 160, (word) => /^[a-z]{3,9}$/.test(word)),
    verbs: sample(en.word.verb, 120, (word) => /^[a-z]{3,8}$/.test(word)),
    genres: en.book.genre,
    languages: sample(
      en.location.language.map((entry) => entry.name),
      24,
      isShort,
    ),
    currencies: [
      'USD',
      'EUR',
      'GBP',
      'JPY',
      'CHF',
      'CAD',
      'AUD',
      'SEK',
      'PLN',
      'BRL',
      'INR',
      'CNY',
    ],
  },
};

const nouns = Object.values(products).flatMap((list) => list.split('|'));
if (new Set(nouns).size !== nouns.length) throw new Error('A product noun stands twice.');

mkdirSync(folder, { recursive: true });
for (const [name, pools] of Object.entries(files)) {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(pools)}\n`);
}
