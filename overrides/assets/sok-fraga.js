// Skriver om det läsaren söker till ord som indexet har. Samma ändelser och oregelbundna former som
// indexet är gjort med (natverk/searching/) kommer hit genom sok/ord.json, så att de har ett hem.
//
//   const { rewrite } = rewriter(await (await fetch("ord.json")).json());
//   rewrite("nätverk för utbildningschefer")   [{ term: "nätverk utbildningschef", exact: true }, ...]
//
// Svaret är försök, det snävaste först. De vidare är till för när det snäva hittar för lite. `exact`
// säger att å, ä och ö ska vara just det: möte är inte mot, men den som skriver mote menar nog möte.

const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
const CENTURY = 70; // 710305 är från 1971, 210305 från 2021

export function rewriter(words) {
  const forms = new Map(
    Object.entries(words.forms).flatMap(([word, list]) => list.split(" ").map((form) => [form, word])),
  );
  const stop = new Set(words.stop);
  const short = new Set(words.short);
  const places = new Set(words.places);

  // Ordet utan ändelse, som i natverk/searching/compounds.py.
  function plain(word) {
    if (forms.has(word)) return forms.get(word);
    if (words.keep.some((end) => word.endsWith(end))) return word;
    return without(word, words.endings, (left, ending) => left >= words.least - (short.has(ending) ? 1 : 0));
  }

  // Ordets början, också den som är lika för "vägledare" och "vägledning".
  function root(word) {
    return without(plain(word), words.derivations, (left) => left > words.least);
  }

  function rewrite(text) {
    const lower = written(text);
    if (/^["”].+["”]$/.test(lower)) {
      const words = tokens(dated(lower));
      // Som det står först: i ett citat gissar Pagefind inga ändelser.
      return tries([...new Set([words, words.map(plain)].map((each) => `"${each.join(" ")}"`))]);
    }
    const all = tokens(dated(lower));
    const telling = all.filter((word, at) => !stop.has(word) || isPlace(word, all[at + 1]));
    const asked = telling.length ? telling : all;
    const terms = [plain, root].map((cut) => asked.map(cut).join(" "));
    if (asked.length > 1 || !asked[0]) return tries([...new Set(terms)].filter(Boolean));
    if (isDate(asked[0]) || MONTHS.includes(asked[0])) return tries([`"${asked[0]}"`]);
    return tries([...new Set(isShort(asked[0]) ? [`"${asked[0]}${words.abbreviated}"`, `"${asked[0]}"`, ...terms] : terms)]);
  }

  // Vara är också en kommun.
  function isPlace(word, next) {
    return places.has(word) && /^(?:kommun|stad)/.test(next ?? "");
  }

  // Ett vanligt ord på svenska, vad webbplatsen än handlar om.
  const isOrdinary = (word) => stop.has(word) || forms.has(word) || Object.hasOwn(words.forms, word);

  return { rewrite, plain, root, isOrdinary };
}

function tries(terms) {
  const folded = terms.map((term) => ({ term, exact: false }));
  return /[åäö]/.test(terms[0] ?? "") ? [{ term: terms[0], exact: true }, ...folded] : folded;
}

// Förkortningar söks först som de står: SKR ska inte ge allt som är skrivet.
function isShort(word) {
  return /^\p{L}{2,3}$/u.test(word);
}

function isDate(word) {
  return /^\d{6}(?:\d\d)?$/.test(word);
}

// `endings` har de längsta först.
function without(word, endings, mayCut) {
  for (const ending of endings) {
    if (word.endsWith(ending) && mayCut(word.length - ending.length, ending)) return word.slice(0, -ending.length);
  }
  return word;
}

// Det läsaren skrev, utan det som inte syns och utan början på en adress.
export function written(text) {
  return text.normalize("NFC").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(/https?:\/\/|\bwww\./gi, "").toLowerCase().trim();
}

// Bindestreck delar, för det gör de i indexet. Genitiv efter kolon säger ingenting: GR:s.
function tokens(text) {
  return text.replace(/:(?:s|en|et|n|t|are|ar|arna)(?![\p{L}\d])/gu, " ").split(/[^\p{L}\d]+/u).filter(Boolean);
}

// Tider som de står i indexet (natverk/searching/days.py): 20210305 för en dag, 202103 för en månad,
// 202113 och 202114 för våren och hösten 2021, 202115 för läsåret 2021/2022.
function dated(text) {
  return WAYS.reduce((said, [way, told]) => said.replace(way, (...found) => told(found.at(-1)) ?? found[0]), text);
}

const DAY = "(?<day>0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?<month>0?[1-9]|1[0-2])";
const NAME = `(?<name>${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")}|sept)\\.?`;
const YEAR = "(?<year>\\d{4})";
const YEAR_OR_TWO = "(?<year>\\d{4}|\\d\\d)";

// Sätten att skriva en tid, i den ordning de prövas. Det som inte är någon tid står kvar.
const WAYS = [
  ["(?<year>\\d\\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])", byDay],
  ["(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?=,? (?:den )?\\d)", () => ""],
  [`(?:den )?${DAY}(?::?e)? ?${NAME}[ –’'-]*${YEAR_OR_TWO}`, byDay],
  [`${NAME}(?: ?${YEAR}| ?[–’'-] ?(?<short>\\d\\d))`, ({ short, ...told }) => byMonth({ ...told, year: told.year ?? short })],
  [`(?<year>\\d{4})(?<sign>[./ -])${MONTH}\\k<sign>${DAY}`, byDay],
  [`${YEAR}-(?<month>0[1-9]|1[0-2])(?!-)`, byMonth],
  [`${DAY} ?[/.] ?${MONTH}[/. –’'-]+${YEAR_OR_TWO}`, byDay],
  [`${DAY}/${MONTH}(?![/\\d])`, ({ day, month }) => `${Number(day)} ${MONTHS[month - 1]}`],
  [`(?:(?<spring>v)|h)(?:t|(?:år|öst)(?:en|terminen|termin)?) ?[–’'-]?${YEAR_OR_TWO}`, ({ spring, year }) => full(year) + (spring ? 13 : 14)],
  [`(?:läsåret|läsår|lå|skolåret) ?(?<year>\\d{4}|\\d\\d) ?[/–-] ?(?<next>\\d{4}|\\d\\d)`, bySchoolYear],
  [`${YEAR} ?[/–-] ?(?<next>\\d{4}|\\d\\d)`, bySchoolYear],
].map(([way, told]) => [new RegExp(`(?<![\\p{L}\\d])${way}(?![\\p{L}\\d])`, "gu"), told]);

function byDay({ year, month, name, day }) {
  return byMonth({ year, month, name }) + day.padStart(2, "0");
}

function byMonth({ year, month, name }) {
  const number = name ? MONTHS.findIndex((known) => known.startsWith(name.slice(0, 3))) + 1 : month;
  return full(year) + String(number).padStart(2, "0");
}

function bySchoolYear({ year, next }) {
  return String(Number(full(year)) + 1).endsWith(next) ? `${full(year)}15` : undefined;
}

function full(year) {
  return year.length > 2 ? year : (Number(year) > CENTURY ? "19" : "20") + year;
}
