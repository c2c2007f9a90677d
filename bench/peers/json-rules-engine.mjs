// Runs the flat rows of the people through json-rules-engine: which rules fire for each, and how many decisions it makes a second.
import { readFileSync } from "node:fs";
import { Engine } from "json-rules-engine";

const warmups = 8;
const passes = 15;

const { clauses, people, measured } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const ruleOf = clauses.map(clause => clause.rule);
const engines = clauses.map(({ rule, conditions }) => new Engine([{ conditions, event: { type: rule } }]));

// A rule that has fired is not run again on the next row, which spares this engine work.
async function decide(rows) {
  const fired = new Set();
  for (const { clause, facts } of rows) {
    if (!fired.has(ruleOf[clause]) && (await engines[clause].run(facts)).events.length > 0) {
      fired.add(ruleOf[clause]);
    }
  }

  return fired;
}

async function secondsOfPass() {
  const start = performance.now();
  for (let i = 0; i < measured; i++) {
    await decide(people[i]);
  }

  return (performance.now() - start) / 1000;
}

const fired = [];
for (const person of people) {
  fired.push([...(await decide(person))]);
}

const seconds = [];
for (let i = 0; i < warmups + passes; i++) {
  seconds.push(await secondsOfPass());
}

const median = seconds.slice(warmups).sort((a, b) => a - b)[Math.floor(passes / 2)];
console.log(JSON.stringify({ fired, decisionsPerSecond: measured / median }));
