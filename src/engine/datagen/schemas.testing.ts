// Schemas as people have them, with a recipe and the hash of its content under seed 42.
// A hash that changes means that old links no longer give their data: then the generators need a
// new version, not the test a new hash.
import type { Recipe } from '../model/playground.ts';

export interface RealisticSchema {
  name: string;
  sql: string;
  rows: Recipe['rows'];
  hash: string;
  /** 1 where nothing is said. */
  generatorsVersion?: Recipe['generatorsVersion'];
  columns?: NonNullable<Recipe['columns']>;
}

export const realisticSchemas: readonly RealisticSchema[] = [
  {
    name: 'shop',
    rows: { products: 1000, orders: 2000 },
    hash: '3aa6aa06edc36415',
    sql: `
      CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, price REAL NOT NULL CHECK (price >= 0));
      CREATE TABLE orders (id INTEGER PRIMARY KEY, product_id INTEGER NOT NULL REFERENCES products (id), customer_email TEXT NOT NULL,
        quantity INTEGER NOT NULL CHECK (quantity > 0), status TEXT NOT NULL CHECK (status IN ('open', 'paid', 'shipped', 'returned')), ordered_at TEXT NOT NULL);`,
  },
  {
    name: 'practice exercise',
    rows: { Product: 1000 },
    hash: '25cc3faf4f384e65',
    sql: 'CREATE TABLE Product (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category TEXT NOT NULL, price REAL NOT NULL);',
  },
  {
    name: 'university',
    rows: { Student: 500, Course: 60, Enrollment: 3000 },
    hash: 'ee3ebe4f7a4c4e95',
    sql: `
      CREATE TABLE Student (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER NOT NULL CHECK (age >= 16));
      CREATE TABLE Course (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, capacity INTEGER NOT NULL, enrolled INTEGER NOT NULL DEFAULT 0, CHECK (enrolled <= capacity));
      CREATE TABLE Enrollment (student_id INTEGER REFERENCES Student, course_id INTEGER REFERENCES Course, grade REAL CHECK (grade BETWEEN 1.0 AND 5.0), PRIMARY KEY (student_id, course_id)) WITHOUT ROWID;`,
  },
  {
    name: 'music store',
    rows: { artists: 80, albums: 200, tracks: 1500, playlists: 30, playlist_track: 2000 },
    hash: '75845ab70b0ce67f',
    sql: `
      CREATE TABLE artists (artist_id INTEGER PRIMARY KEY, name NVARCHAR(120));
      CREATE TABLE albums (album_id INTEGER PRIMARY KEY, title NVARCHAR(160) NOT NULL, artist_id INTEGER NOT NULL REFERENCES artists);
      CREATE TABLE tracks (track_id INTEGER PRIMARY KEY, name NVARCHAR(200) NOT NULL, album_id INTEGER REFERENCES albums, genre TEXT, composer NVARCHAR(220),
        milliseconds INTEGER NOT NULL, bytes INTEGER, unit_price NUMERIC(10, 2) NOT NULL);
      CREATE TABLE playlists (playlist_id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE playlist_track (playlist_id INTEGER NOT NULL REFERENCES playlists, track_id INTEGER NOT NULL REFERENCES tracks, CONSTRAINT pk PRIMARY KEY (playlist_id, track_id));`,
  },
  {
    name: 'blog',
    rows: { users: 200, posts: 600, comments: 2000, tags: 40, post_tags: 1200 },
    hash: '6f699a7e2063f3db',
    sql: `
      CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, username TEXT NOT NULL UNIQUE, email TEXT NOT NULL UNIQUE, password_hash TEXT NOT NULL, is_admin INTEGER NOT NULL DEFAULT 0 CHECK (is_admin IN (0, 1)), created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);
      CREATE TABLE posts (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE, title TEXT NOT NULL CHECK (length(title) BETWEEN 3 AND 100), slug TEXT NOT NULL UNIQUE, body TEXT NOT NULL, published INTEGER NOT NULL, views INTEGER NOT NULL CHECK (views >= 0), published_at TEXT);
      CREATE TABLE comments (id INTEGER PRIMARY KEY, post_id INTEGER NOT NULL REFERENCES posts, parent_id INTEGER REFERENCES comments, user_id INTEGER REFERENCES users, body TEXT NOT NULL);
      CREATE TABLE tags (name TEXT PRIMARY KEY);
      CREATE TABLE post_tags (post_id INTEGER NOT NULL REFERENCES posts, tag TEXT NOT NULL REFERENCES tags (name), UNIQUE (post_id, tag));`,
  },
  {
    name: 'ledger',
    rows: { accounts: 100, transactions: 2000, entries: 3000 },
    hash: '673748fecee0c054',
    sql: `
      CREATE TABLE accounts (number TEXT PRIMARY KEY CHECK (length(number) = 8), name TEXT NOT NULL, currency TEXT NOT NULL CHECK (length(currency) = 3), balance REAL NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
      CREATE TABLE transactions (id TEXT PRIMARY KEY, booked_on TEXT NOT NULL, memo TEXT, reference TEXT UNIQUE) STRICT;
      CREATE TABLE entries (transaction_id TEXT NOT NULL REFERENCES transactions, line INTEGER NOT NULL, account TEXT NOT NULL REFERENCES accounts, amount INTEGER NOT NULL CHECK (amount <> 0), PRIMARY KEY (transaction_id, line)) STRICT, WITHOUT ROWID;`,
  },
  {
    name: 'chat',
    rows: { members: 100, rooms: 20, room_members: 400, messages: 3000 },
    hash: '45e455358fc7f64d',
    sql: `
      CREATE TABLE members (id UUID PRIMARY KEY, nickname TEXT UNIQUE NOT NULL, phone TEXT, last_seen INTEGER, is_online BOOLEAN NOT NULL);
      CREATE TABLE rooms (id INTEGER PRIMARY KEY, topic TEXT, owner_id UUID NOT NULL REFERENCES members (id), deleted_at DATETIME);
      CREATE TABLE room_members (room_id INTEGER NOT NULL, member_id UUID NOT NULL, role TEXT NOT NULL, PRIMARY KEY (room_id, member_id), FOREIGN KEY (room_id) REFERENCES rooms (id), FOREIGN KEY (member_id) REFERENCES members (id));
      CREATE TABLE messages (id INTEGER PRIMARY KEY, room_id INTEGER NOT NULL, member_id UUID NOT NULL, text TEXT NOT NULL, sent_at INTEGER NOT NULL, attachment BLOB,
        FOREIGN KEY (room_id, member_id) REFERENCES room_members (room_id, member_id));`,
  },
  {
    name: 'sensors',
    rows: { devices: 50, readings: 4000 },
    hash: 'b6949b13cca949f9',
    sql: `
      CREATE TABLE devices (serial TEXT PRIMARY KEY, model TEXT, latitude REAL CHECK (latitude BETWEEN -90 AND 90), longitude REAL CHECK (longitude BETWEEN -180 AND 180), settings JSON);
      CREATE TABLE readings (device TEXT NOT NULL REFERENCES devices, at INTEGER NOT NULL, temperature REAL, humidity REAL CHECK (humidity >= 0 AND humidity <= 100), PRIMARY KEY (device, at)) WITHOUT ROWID;`,
  },
  {
    name: 'booking',
    rows: { hotels: 20, rooms: 200, guests: 300, bookings: 1500, reviews: 400 },
    hash: 'a4240e2ef5c789f8',
    sql: `
      CREATE TABLE hotels (id INTEGER PRIMARY KEY, name TEXT NOT NULL, street TEXT, city TEXT NOT NULL, country_code TEXT NOT NULL CHECK (length(country_code) = 2), stars INTEGER CHECK (stars BETWEEN 1 AND 5));
      CREATE TABLE rooms (hotel_id INTEGER NOT NULL REFERENCES hotels, number INTEGER NOT NULL, beds INTEGER NOT NULL CHECK (beds IN (1, 2, 3, 4)), price DECIMAL(8, 2) CHECK (price > 20 AND price < 900), PRIMARY KEY (hotel_id, number));
      CREATE TABLE guests (id INTEGER PRIMARY KEY, full_name TEXT NOT NULL, birth_date DATE, email TEXT, nationality TEXT, middle_name TEXT);
      CREATE TABLE bookings (id INTEGER PRIMARY KEY, hotel_id INTEGER NOT NULL, room INTEGER NOT NULL, guest_id INTEGER NOT NULL REFERENCES guests, start_date DATE NOT NULL, end_date DATE NOT NULL, adults INTEGER CHECK (adults >= 1), cancelled_at DATETIME,
        CHECK (end_date > start_date), FOREIGN KEY (hotel_id, room) REFERENCES rooms (hotel_id, number));
      CREATE TABLE reviews (booking_id INTEGER PRIMARY KEY REFERENCES bookings, rating REAL CHECK (rating >= 1 AND rating <= 5), comment TEXT);`,
  },
  {
    name: 'issue tracker',
    rows: { teams: 10, employees: 100, projects: 30, issues: 1500 },
    hash: '438151a2018bb373',
    sql: `
      CREATE TABLE teams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, lead_id INTEGER REFERENCES employees);
      CREATE TABLE employees (id INTEGER PRIMARY KEY, first_name TEXT NOT NULL, last_name TEXT NOT NULL, team_id INTEGER NOT NULL REFERENCES teams, hired_on DATE, salary INTEGER);
      CREATE TABLE projects (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE CHECK (length(key) BETWEEN 2 AND 5), name TEXT NOT NULL, company TEXT, homepage TEXT);
      CREATE TABLE issues (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES projects, number INTEGER NOT NULL, title TEXT NOT NULL, priority TEXT NOT NULL, status TEXT NOT NULL, assignee_id INTEGER REFERENCES employees, estimate REAL, progress INTEGER CHECK (progress >= 0 AND progress <= 100), opened_at TEXT NOT NULL, closed_at TEXT,
        label TEXT GENERATED ALWAYS AS (project_id || '-' || number) STORED, UNIQUE (project_id, number));`,
  },
  {
    name: 'warehouse',
    rows: { suppliers: 40, articles: 400, stock: 1500, counts: 500 },
    hash: '30be9e75636b025c',
    sql: `
      CREATE TABLE suppliers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, phone TEXT, postal_code TEXT);
      CREATE TABLE articles (sku TEXT PRIMARY KEY, name TEXT NOT NULL, ean TEXT UNIQUE, supplier_id INTEGER NOT NULL REFERENCES suppliers, weight REAL CHECK (weight > 0), color TEXT, discontinued BOOLEAN);
      CREATE TABLE stock (sku TEXT NOT NULL REFERENCES articles, shelf TEXT NOT NULL, quantity INTEGER NOT NULL CHECK (quantity >= 0), minimum INTEGER NOT NULL, maximum INTEGER NOT NULL, CHECK (minimum <= maximum), PRIMARY KEY (sku, shelf));
      CREATE TABLE counts (sku TEXT, shelf TEXT, counted INTEGER, day INTEGER, FOREIGN KEY (sku, shelf) REFERENCES stock);`,
  },
  {
    name: 'organization chart',
    rows: { people: 500, badges: 300 },
    hash: 'd8663e60931dd20a',
    sql: `
      CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, job_title TEXT, manager_id INTEGER REFERENCES people (id), mentor_id INTEGER NOT NULL REFERENCES people, level INTEGER);
      CREATE TABLE badges (id INTEGER PRIMARY KEY REFERENCES people, code ANY, "odd ""name" TEXT, a, b NUMERIC, c BLOB);`,
  },
  {
    name: 'tenants with composite keys',
    generatorsVersion: 2,
    rows: { tenants: 15, users: 300, projects: 90, members: 500, tasks: 1500 },
    hash: '660010caf9fb121a',
    sql: `
      CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner_id INTEGER, FOREIGN KEY (id, owner_id) REFERENCES users (tenant_id, id));
      CREATE TABLE users (tenant_id INTEGER NOT NULL REFERENCES tenants, id INTEGER NOT NULL, email TEXT NOT NULL, manager_id INTEGER, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email), FOREIGN KEY (tenant_id, manager_id) REFERENCES users (tenant_id, id)) WITHOUT ROWID;
      CREATE TABLE projects (tenant_id INTEGER NOT NULL REFERENCES tenants, code TEXT NOT NULL CHECK (code GLOB '[A-Z][A-Z]-[0-9][0-9][0-9]'), budget INTEGER NOT NULL CHECK (budget % 100 = 0), spent INTEGER NOT NULL, CHECK (spent <= budget + 50), PRIMARY KEY (tenant_id, code));
      CREATE TABLE members (tenant_id INTEGER NOT NULL, project TEXT NOT NULL, user_id INTEGER NOT NULL, role TEXT NOT NULL DEFAULT 'reader', FOREIGN KEY (tenant_id, project) REFERENCES projects, FOREIGN KEY (tenant_id, user_id) REFERENCES users);
      CREATE TABLE tasks (id INTEGER PRIMARY KEY, tenant_id INTEGER NOT NULL, project TEXT NOT NULL, assignee_id INTEGER, state TEXT NOT NULL CHECK (state IN ('open', 'done')), done_at TEXT, CHECK ((state = 'done') = (done_at IS NOT NULL)), FOREIGN KEY (tenant_id, project) REFERENCES projects, FOREIGN KEY (tenant_id, assignee_id) REFERENCES users);`,
  },
  {
    name: 'subscriptions with rules',
    generatorsVersion: 2,
    rows: { plans: 8, accounts: 400, subscriptions: 900, invoices: 2500 },
    hash: '661967efbd5ea2dc',
    sql: `
      CREATE TABLE plans (sku TEXT PRIMARY KEY CHECK (sku LIKE 'PLAN-%' AND length(sku) <= 12), name TEXT NOT NULL UNIQUE, price REAL NOT NULL CHECK (price > 0 AND round(price, 1) = price), limits TEXT NOT NULL CHECK (json_valid(limits))) STRICT;
      CREATE TABLE accounts (id INTEGER PRIMARY KEY, email TEXT NOT NULL CHECK (email LIKE '%_@_%'), phone TEXT, is_company BOOLEAN NOT NULL, vat_number TEXT, current_id INTEGER UNIQUE REFERENCES subscriptions, CHECK (is_company = 0 OR vat_number IS NOT NULL));
      CREATE TABLE subscriptions (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts, sku TEXT NOT NULL REFERENCES plans, starts_on DATE NOT NULL, ends_on DATE, trial_ends_on DATE NOT NULL, seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 500), used INTEGER NOT NULL,
        previous_id INTEGER REFERENCES subscriptions, CHECK (ends_on IS NULL OR ends_on > starts_on), CHECK (trial_ends_on > starts_on), CHECK (used <= seats));
      CREATE TABLE invoices (number TEXT PRIMARY KEY, subscription_id INTEGER NOT NULL REFERENCES subscriptions, net INTEGER NOT NULL CHECK (net <> 0), tax INTEGER NOT NULL, gross INTEGER AS (net + tax) STORED CHECK (gross > 0), due_on TEXT NOT NULL DEFAULT (date('2030-01-01'))) WITHOUT ROWID;`,
  },
  {
    name: 'order lines with settings',
    generatorsVersion: 2,
    rows: { goods: 200, orders: 500, lines: 2000 },
    columns: {
      goods: { price: { generator: { kind: 'price', min: 1, max: 200 }, nullShare: 0 } },
      orders: {
        note: { generator: { kind: 'template', template: 'for {first name}' }, nullShare: 0.5 },
        country: { generator: { kind: 'default' }, nullShare: 0 },
      },
      lines: {
        order_id: {
          generator: { kind: 'reference', spread: { kind: 'children', min: 1, max: 8 } },
          nullShare: 0,
        },
        good_id: {
          generator: { kind: 'reference', spread: { kind: 'zipf', exponent: 1 } },
          nullShare: 0,
        },
        total: { generator: { kind: 'expression', sql: 'round(qty * unit, 2)' }, nullShare: 0.1 },
      },
    },
    hash: '9b7ebeb1b2f8f060',
    sql: `
      CREATE TABLE goods (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL NOT NULL);
      CREATE TABLE orders (id INTEGER PRIMARY KEY, country TEXT NOT NULL DEFAULT 'DE', note TEXT);
      CREATE TABLE lines (order_id INTEGER NOT NULL REFERENCES orders, line INTEGER NOT NULL CHECK (line BETWEEN 1 AND 8), good_id INTEGER NOT NULL REFERENCES goods, qty INTEGER NOT NULL CHECK (qty > 0), unit REAL NOT NULL CHECK (unit > 0), total REAL CHECK (total > 0), PRIMARY KEY (order_id, line)) WITHOUT ROWID;`,
  },
];
