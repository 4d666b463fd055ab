// Skriver om det läsaren söker till ord som indexet har. Samma ändelser och oregelbundna former som
// indexet är gjort med (natverk/searching/) kommer hit genom sok/ord.json, så att de har ett hem.
//
//   const fraga = rewriter(await (await fetch("ord.json")).json());
//   fraga("nätverk för utbildningschefer")   [{ term: "nätverk utbildningschef", exact: true }, ...]
//
// Svaret är försök, det snävaste först. De vidare är till för när det snäva hittar för lite. `exact`
// säger att å, ä och ö ska vara just det: möte är inte mot, men den som skriver mote menar nog möte.

const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
const MONTH = MONTHS.join("|");
const CENTURY = 70; // 710305 är från 1971, 210305 från 2021

export function rewriter(words) {
  const forms = new Map(
    Object.entries(words.forms).flatMap(([word, list]) => list.split(" ").map((form) => [form, word])),
  );
  const stop = new Set(words.stop);
  const short = new Set(words.short);

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

  return function rewrite(text) {
    const lower = text.toLowerCase().trim();
    if (/^["”].+["”]$/.test(lower)) {
      // Som det står först: i ett citat gissar Pagefind inga ändelser.
      const words = tokens(lower);
      return tries([...new Set([words, words.map(plain)].map((each) => `"${each.join(" ")}"`))]);
    }
    const all = tokens(dated(lower));
    const telling = all.filter((word) => !stop.has(word));
    const asked = telling.length ? telling : all;
    const terms = [plain, root].map((cut) => asked.map(cut).join(" "));
    if (asked.length > 1 || !asked[0]) return tries([...new Set(terms)].filter(Boolean));
    if (isDate(asked[0])) return tries([`"${asked[0]}"`]);
    return tries([...new Set(isShort(asked[0]) ? [`"${asked[0]}"`, ...terms] : terms)]);
  };
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

// Bindestreck delar, för det gör de i indexet. Genitiv efter kolon säger ingenting: GR:s.
function tokens(text) {
  return text.replace(/:(?:s|en|et|n|t)(?![\p{L}\d])/gu, " ").split(/[^\p{L}\d]+/u).filter(Boolean);
}

// Datum som de står i indexet: 20210305 för en dag, 202103 för en månad.
function dated(text) {
  return text
    .replace(new RegExp(`(?:\\bden )?\\b(\\d{1,2})(?::?e)? (${MONTH}) (\\d{4})`, "g"), (_, day, month, year) =>
      number(year, MONTHS.indexOf(month) + 1, day),
    )
    .replace(new RegExp(`(?<!\\p{L})(${MONTH}) (\\d{4})`, "gu"), (_, month, year) => number(year, MONTHS.indexOf(month) + 1))
    .replace(/\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\b/g, (_, year, month, day) => number(year, month, day))
    .replace(/\b(\d{1,2})\/(\d{1,2})[ -](\d{4})\b/g, (_, day, month, year) => number(year, month, day))
    .replace(/\b(\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])\b/g, (_, year, month, day) =>
      number((Number(year) > CENTURY ? "19" : "20") + year, month, day),
    );
}

function number(year, ...parts) {
  return year + parts.filter(Boolean).map((part) => String(part).padStart(2, "0")).join("");
}
