// Sökmotorn: det enda skript som känner Pagefind och indexets form. Den tar emot vad läsaren vill
// veta och svarar med träffar; hur det ser ut vet bara sok.js.
//
//   const motor = await open(adress)        mappen med indexet, en URL
//   await motor.facets(["slag"])            { slag: { Möte: 12, ... } }: allt som går att välja
//   await motor.find({ q, sort, slag: [...], ... })    null när inget är sökt, annars { hits, counts }
//
// `sort` är "relevans" eller "datum". `hits` är funktioner, en för varje träff i ordning; först när
// en anropas hämtas träffens text:
//   { url, title, kind, date, excerpt: [{ text, isHit }], places: [{ url, title }] }
// `await counts(["slag"])` har samma form som `facets`: hur många träffar varje val skulle ge.

export const FACETS = [
  { key: "slag", name: "Slag" },
  { key: "forbund", name: "Förbund" },
  { key: "natverk", name: "Nätverk" },
  { key: "ar", name: "År" },
  { key: "organisation", name: "Organisation" },
  { key: "amne", name: "Ämne" },
  { key: "lage", name: "Läge" },
];
const PLACES = 3; // så många ställen på en sida visas under träffen
const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
const STOP_WORDS = new Set(
  ("alla att av bli blir de den det dess dessa detta du där efter ej eller en er ett från för ha har hos hur här i icke " +
    "in inom inte kan med men mot man mellan när och om på samt ska skall som så till under upp ut vad var vi vid vilka " +
    "vilken vilket är över").split(" "),
);
// Bestämd form och genitiv; längst först.
const ENDING = /(?:arnas|ernas|ornas|arna|erna|orna|ens|ets|ans|ars|ers|en|et|an|ar|er|or|na|n|s|a)$/;


export async function open(bundle) {
  const pagefind = await import(new URL("pagefind.js", bundle).href);
  await pagefind.options({
    baseUrl: new URL("..", bundle).pathname,
    excerptLength: 28,
    ranking: { metaWeights: { title: 8, datum: 8 } },
  });
  await pagefind.init();
  return {
    facets: async (keys) => byKey(keys, await pagefind.filters()),
    find: (state) => find(pagefind, state),
  };
}

function byKey(keys, filters) {
  return Object.fromEntries(keys.map((key) => [key, filters[nameOf(key)] ?? {}]));
}

const nameOf = (wanted) => FACETS.find(({ key }) => key === wanted).name;

// Orden som de ska sökas: datum i siffror, utan ord som finns överallt. Citat lämnas som de är.
function words(text) {
  if (/^".*"$/.test(text)) return [text];
  const dated = text
    .toLowerCase()
    .replace(new RegExp(`(?:den )?(?:(\\d{1,2}) )?(${MONTHS.join("|")}) (\\d{4})`, "g"), (_, day, month, year) =>
      [year, MONTHS.indexOf(month) + 1, day].filter(Boolean).map(twoDigits).join("-"),
    );
  const all = dated.split(/[\s,;:!?()]+/).filter(Boolean);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return telling.length ? telling : all;
}

const twoDigits = (number) => String(number).padStart(2, "0");

// Början av ordet, för den som skrev "förskolans" där det står "förskola".
function stem(word) {
  const stripped = word.replace(ENDING, "");
  return stripped.length >= 4 ? stripped : word;
}

async function find(pagefind, state) {
  const asked = words(state.q);
  const filtered = FACETS.some(({ key }) => state[key].length);
  if (!asked.length && !filtered) return null;
  const tries = asked.length ? [asked.join(" "), asked.map(stem).join(" ")] : [null];
  for (const term of new Set(tries)) {
    const results = await inOrder(pagefind, term, state);
    if (results.length || term === tries.at(-1)) {
      return {
        hits: results.map((result) => async () => hit(await result.data())),
        counts: (keys) => counts(pagefind, term, state, keys),
      };
    }
  }
}

// Det som inte har någon dag faller bort när Pagefind sorterar, och ställs därför sist.
async function inOrder(pagefind, term, state) {
  const { results } = await pagefind.search(term, { filters: filters(state) });
  if (state.sort !== "datum") return results;
  const dated = await pagefind.search(term, { filters: filters(state), sort: { datum: "desc" } });
  const known = new Set(dated.results.map(({ id }) => id));
  return [...dated.results, ...results.filter(({ id }) => !known.has(id))];
}

function filters(state, except) {
  const used = FACETS.filter(({ key }) => key !== except && state[key].length);
  return Object.fromEntries(used.map(({ key, name }) => [name, { any: state[key] }]));
}

// Hur många träffar varje val skulle ge: gruppens egna val räknas bort, de vidgar ju.
async function counts(pagefind, term, state, keys) {
  await pagefind.filters();
  const entries = keys.map(async (key) => {
    const wider = await pagefind.search(term, { filters: filters(state, key) });
    return [key, wider.filters[nameOf(key)] ?? {}];
  });
  return Object.fromEntries(await Promise.all(entries));
}

function hit({ url, meta, excerpt, sub_results: parts }) {
  const places = parts
    .filter(({ anchor }) => anchor && anchor.element !== "h1")
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, PLACES)
    .map(({ url, title }) => ({ url, title }));
  return { url, title: meta.title, kind: meta.slag, date: meta.datum, excerpt: pieces(excerpt), places };
}

// Hur väl sökordet passar på ett ställe av sidan.
function weight({ weighted_locations: found }) {
  return found.reduce((sum, { balanced_score: score }) => sum + score, 0);
}

// Utdraget i bitar, med träffarna för sig, och ingenting annat som kan ha kommit med.
function pieces(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) => ({ text: node.textContent, isHit: node.nodeName === "MARK" }));
}
