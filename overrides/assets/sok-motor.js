// Sökmotorn: det enda skript som känner Pagefind och indexets form. Den tar emot vad läsaren vill
// veta och svarar med träffar; hur det ser ut vet bara sok.js.
//
//   const motor = await open(adress)        mappen med indexet, en URL
//   await motor.facets(["slag"])            { slag: { Möte: 12, ... } }: allt som går att välja
//   await motor.find({ q, sort, slag: [...] })   null när inget är sökt, annars { hits, counts, instead }
//
// `sort` är "relevans" (annars underförstått) eller "datum", de senaste först och det utan dag sist.
// `hits` är funktioner, en för varje träff i ordning; först när en anropas hämtas träffens text:
//   { url, title, kind, date, whose, standing, excerpt: [{ text, isHit }], places: [{ url, title }] }
// `whose` är de nätverk vars beslut det är, `standing` hur det står till med det i dag ("" för annat).
// `instead` är det som söktes i stället, när orden inte finns men liknar några som gör det.
// `counts(nycklar)` ger hur många träffar varje val i de grupperna skulle ge. Bara det som någon
// frågar efter hämtas, för grupperna väger lika mycket som resten av sökningen.

import { rewriter } from "./sok-fraga.js";
import { speller } from "./sok-stavning.js";
import { hit, unmarked } from "./sok-svar.js";

export const FACETS = [
  { key: "slag", name: "Slag" },
  { key: "forbund", name: "Förbund" },
  { key: "natverk", name: "Nätverk" },
  { key: "ar", name: "År" },
  { key: "organisation", name: "Organisation" },
  { key: "amne", name: "Ämne" },
  { key: "lage", name: "Läge" },
];
const ALL = FACETS.map(({ key }) => key);
const NAMES = Object.fromEntries(FACETS.map(({ key, name }) => [key, name]));
const ENOUGH = 5; // färre träffar än så, och det vidare försöket görs också
const FEW = 3; // färre än så, och frågan ställs också med färre ord
const READ = 30; // så många träffar läses igenom efter ett citat
const MOST = 8; // så många ord prövas var för sig när ingenting har alla

const NO_HANDBOOK = { not: { Slag: { any: ["Handbok", "Utveckling"] } } };

const OPTIONS = {
  excerptLength: 28,
  ranking: { pageLength: 0.3, metaWeights: { namn: 40, alias: 30, title: 10, delar: 9, annans: 4, kallas: 0, rubrik: 0, datum: 8, dag: 4, slag: 7, fakta: 0.1, lage: 0, alla: 1 } },
};

export async function open(bundle) {
  const [pagefind, words, archives] = await Promise.all([
    import(new URL("pagefind.js", bundle).href),
    json(new URL("../sok/ord.json", bundle)),
    json(new URL("arkiv.json", bundle)).then(({ first, archives }) => (first.forEach(ahead(bundle)), archives)),
  ]);
  const first = await start(pagefind, bundle, bundle);
  const older = await Promise.all(archives.map((path) => start(pagefind, new URL(path, bundle), bundle)));
  const parts = [first, ...older];
  const language = rewriter(words);
  const { rewrite } = language;
  const list = (letter) => json(new URL(`../sok/kanda/${letter}.json`, bundle));
  const engine = { ask: asker(parts.map(inTurn)), every: words.every, rewrite, understand: speller(list, language) };
  return {
    facets: (keys = ALL) => totals(engine, keys),
    find: (state) => find(engine, state),
  };
}

// Pagefind frågar efter varje fil först när det har läst en annan. Här hämtas de på en gång, och
// webbläsaren har dem i sitt minne när Pagefind kommer till dem.
function ahead(bundle) {
  return (name) => fetch(new URL(name, bundle)).then((answer) => answer.blob(), () => {});
}

async function json(address) {
  return (await fetch(address)).json();
}

// Indexet är delat i tid när det är stort: det senaste i mappen själv, det äldre i arkiv. Delarna
// räknar med samma program, och den första måste ha laddat det innan någon annan börjar: annars
// skriver de i varandras minne. En tom sökning svarar först när allt är laddat.
async function start(pagefind, folder, bundle) {
  const part = pagefind.createInstance({ basePath: folder.href });
  await part.options({ ...OPTIONS, baseUrl: new URL("..", bundle).pathname });
  await part.search("");
  return part;
}

// Frågar alla delar och lägger ihop svaren. Ordnade efter datum ligger de redan i ordning.
function asker(parts) {
  return async (asked, options = {}, groups = []) => {
    const answers = await Promise.all(parts.map((ask) => ask(asked, options, groups)));
    const results = answers.flatMap((answer) => answer.results);
    if (!options.sort?.datum && parts.length > 1) results.sort((one, other) => other.score - one.score);
    return { results, filters: answers.map(({ filters }) => filters).reduce(summed) };
  };
}

function summed(one, other) {
  const sum = structuredClone(one);
  for (const [name, values] of Object.entries(other)) {
    sum[name] ??= {};
    for (const [value, number] of Object.entries(values)) sum[name][value] = (sum[name][value] ?? 0) + number;
  }
  return sum;
}

// Pagefind minns om å, ä och ö ska vara exakta, så en fråga i taget. `groups` är nycklar till de
// grupper som svaret ska räkna; Pagefind hämtar en grupp först när den används i en sökning.
function inTurn(part) {
  let last = Promise.resolve();
  return ({ term, exact = false }, options, groups) => {
    const mine = last.then(async () => {
      if (groups.length) await part.preload(term, named(groups, () => "-"));
      await part.options({ exactDiacritics: exact });
      return part.search(term, options);
    });
    last = mine.catch(() => {});
    return mine;
  };
}

// Filter så som Pagefind vill ha dem.
function named(keys, value) {
  return { filters: Object.fromEntries(keys.map((key) => [NAMES[key], value(key)])) };
}

async function totals({ ask, every }, keys) {
  const { filters } = await ask({ term: every }, {}, keys);
  return Object.fromEntries(keys.map((key) => [key, filters[NAMES[key]] ?? {}]));
}

async function find(engine, state) {
  const q = state.q ?? "";
  if (!engine.rewrite(q).length && !chosen(state).length) return null;
  const asWritten = () => ({ asked: q }); // utan ordlistorna söks det som det är skrivet
  const [{ asked: other, instead }, first] = await Promise.all([engine.understand(q).catch(asWritten), answered(engine, q, state)]);
  if (other === undefined) return nothing();
  const { asked, results } = instead ? await answered(engine, other, state) : first;
  return {
    instead: instead && results.length ? instead : undefined,
    hits: results.map((result) => async () => hit(await result.data(), NAMES.natverk)),
    counts: (keys = ALL) => counts(engine.ask, asked, state, keys),
  };
}

// Inget av orden finns. Pagefind skulle svara med det som börjar ungefär så.
function nothing() {
  return { hits: [], counts: async (keys = ALL) => Object.fromEntries(keys.map((key) => [key, {}])) };
}

function answered({ ask, every, rewrite }, q, state) {
  const tries = rewrite(q);
  return search(ask, tries.length ? tries : [{ term: every }], state);
}

// Det snävaste försöket först; det som bara ett vidare hittar kommer efter. Efter datum ordnas bara
// det vidaste, för där ska ingenting komma efter.
async function search(ask, tries, state) {
  const byDate = state.sort === "datum";
  const options = { ...narrowed(state), sort: byDate ? { datum: "desc" } : {} };
  let results = [];
  for (const asked of tries) {
    const found = await ranked(ask, asked, options);
    results = byDate ? found : joined(results, found);
    if (results.length >= (isQuoted(asked) ? 1 : ENOUGH)) return { asked, results };
  }
  const asked = tries.at(-1);
  const wider = results.length < FEW && !isQuoted(asked) && (await fewer(ask, asked, options));
  if (!wider) return { asked, results };
  return { asked: wider.asked, results: byDate ? wider.results : joined(results, wider.results) };
}

// När nästan ingenting har alla ord söks de som säger mest: utan ett av dem, annars ett för sig. En dag
// eller en månad är alltid kvar. Handboken har de flesta ord och söks bara när ingenting annat finns.
async function fewer(ask, { term }, options) {
  const words = [...new Set(term.split(" "))].slice(0, MOST);
  const some = words.filter((word) => !isTime(word));
  if (words.length < 2 || !some.length) return null;
  const without = some.map((word) => words.filter((other) => other !== word).join(" "));
  const times = words.filter(isTime);
  const alone = words.length > 2 ? some.map((word) => [word, ...times].join(" ")) : [];
  const readers = options.filters.Slag ? options : { filters: { ...options.filters, ...NO_HANDBOOK }, sort: options.sort };
  return (await rarest(ask, without, readers)) ?? (await rarest(ask, alone, readers)) ?? rarest(ask, without, options);
}

// Svaren på frågorna, det med minst antal träffar först: det säger mest. Nästa läggs till om det behövs.
async function rarest(ask, terms, options) {
  const asked = terms.map((term) => ({ term, exact: false }));
  const each = await Promise.all(asked.map(async (one) => ({ asked: one, results: (await ask(one, options)).results })));
  const some = each.filter(({ results }) => results.length).sort((one, other) => one.results.length - other.results.length);
  if (!some.length) return undefined;
  let results = [];
  for (const one of some) {
    results = joined(results, one.results);
    if (results.length >= ENOUGH) return { asked: one.asked, results };
  }
  return { asked: some.at(-1).asked, results };
}

function joined(first, later) {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...later.filter(({ id }) => !known.has(id))];
}

// Pagefind ordnar inte vad ett citat hittar, så ordningen tas från sökningen utan citattecken. Det missar
// dessutom sidor där ett av orden också står i en annan form, så de första av de andra läses igenom.
async function ranked(ask, asked, options) {
  const { results } = await ask(asked, options);
  if (!isQuoted(asked) || options.sort.datum) return results;
  const exact = new Set(results.map(({ id }) => id));
  const phrase = asked.term.slice(1, -1);
  const loose = (await ask({ ...asked, term: phrase }, options)).results;
  if (!phrase.includes(" ")) return loose.filter(({ id }) => exact.has(id));
  const read = await Promise.all(loose.map((result, at) => exact.has(result.id) || (at < READ && says(result, phrase))));
  return loose.filter((_, at) => read[at]);
}

async function says(result, phrase) {
  const { content, raw_content: raw = content } = await result.data();
  return letters(unmarked(raw)).includes(letters(phrase));
}

function letters(text) {
  return ` ${text.toLowerCase().match(/[\p{L}\d]+/gu)?.join(" ") ?? ""} `;
}

function isTime(word) {
  return /^\d{4,8}$/.test(word);
}

function isQuoted({ term }) {
  return term.startsWith('"');
}

function chosen(state, except) {
  return ALL.filter((key) => key !== except && state[key]?.length);
}

function narrowed(state, except) {
  return named(chosen(state, except), (key) => ({ any: state[key] }));
}

// Hur många träffar varje val skulle ge: gruppens egna val räknas bort, de vidgar ju.
async function counts(ask, asked, state, keys) {
  const same = ask(asked, narrowed(state), keys);
  const each = keys.map(async (key) => {
    const answer = state[key]?.length ? ask(asked, narrowed(state, key), keys) : same;
    return [key, (await answer).filters[NAMES[key]] ?? {}];
  });
  return Object.fromEntries(await Promise.all(each));
}
