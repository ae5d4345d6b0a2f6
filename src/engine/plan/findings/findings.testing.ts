// A shop of known sizes whose plans are explained by the real engine, for tests of findings.
import { type PlanOptions, planner } from '../words/words.testing.ts';
import { planFindings } from './plan-findings.ts';

const shop = `
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT);
CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT, category INTEGER, price REAL);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, product_id INTEGER REFERENCES products (id),
  customer_id INTEGER, placed TEXT
);
CREATE TABLE sizes (id INTEGER PRIMARY KEY, label TEXT);
CREATE INDEX idx_category ON products (category, price);
CREATE INDEX idx_placed ON orders (placed);
CREATE VIEW cheap AS SELECT name FROM products WHERE price < 10;
`;
const rows = { customers: 5_000, products: 100_000, orders: 300_000, sizes: 40 };

/** The caller frees `plan`. `told` gives a line a finding: 'high full-scan 1 300000: title'. */
export async function openShop() {
  const plan = await planner(shop, { rows, hasStatistics: true });
  const findings = (sql: string, options: PlanOptions = {}) => {
    const { nodes, context } = plan.explained(sql, options);
    return planFindings(nodes, context);
  };
  const told = (sql: string, options: PlanOptions = {}): string[] =>
    findings(sql, options).map(
      ({ severity, kind, path, rows: count, title }) =>
        `${severity} ${kind} ${path ?? '-'} ${count ?? '?'}: ${title}`,
    );
  return { plan, findings, told };
}
