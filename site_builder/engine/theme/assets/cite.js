// Citations of the claim or the charts on this page, copied or downloaded: of a claim what `claims cite` prints, with the day of access.
// The forms come from the table of the language beside this script, what they say of a claim from its record; what only
// the page puts into words is read there. What a chart shows is saved by `chart.js`, which is loaded where there is one. `library/citation_forms.py`, `library/citations.py` and `text/escaping.py` do the same in Python.
(() => {
  const NAMES = { apa: "APA", chicago: "Chicago", bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON", wikipedia: "Wikipedia", html: "HTML" };
  const FILES = { bibtex: ["bib", "application/x-bibtex"], ris: ["ris", "application/x-research-info-systems"], csl: ["json", "application/vnd.citationstyles.csl+json"] };
  const own = document.currentScript.src;
  document.currentScript.remove(); // its work is done; a page has the scripts that it was published with
  const tag = document.documentElement.lang;
  const section = document.getElementById("cite");
  const record = document.querySelector('.ca-tools a[href$="/claim.json"]')?.href;
  const [copy, text, quotation, download, data, vector, pixels] = section.dataset.say.split("|");

  const oneLine = (value) => value.replace(/(?: *[\n\v\f\r\x85\u2028\u2029] *)+/g, " ");
  const entity = (character) => `&#${character.codePointAt(0)};`;
  const TEX = { "\\": "textbackslash", "{": "textbraceleft", "}": "textbraceright", "~": "textasciitilde", "^": "textasciicircum", "<": "textless", ">": "textgreater", "|": "textbar" };
  const HTML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
  const ESCAPES = {
    plain: (value) => value,
    json: (value) => JSON.stringify(value).slice(1, -1),
    ris: oneLine,
    bibtex: (value) => oneLine(value).replace(/[\\{}~^<>|&%$#_]/g, (mark) => (TEX[mark] ? `{\\${TEX[mark]}}` : `\\${mark}`)),
    wikitext: (value) => oneLine(value).replace(/&(?=#?[0-9A-Za-z]+;)|[<>[\]{|}]|''+|~~~+|__+/g, (marks) => [...marks].map(entity).join("")),
    html: (value) => value.replace(/[&<>"']/g, (mark) => HTML[mark]).replace(/(?: *[\n\v\f\r\x85\u2028\u2029] *)+/g, "<br>"),
  };

  const PLACE = /\{([a-z_]+)\}(\.?)/g;
  const ENDED = /[.!?…。！？]$/;
  const fill = (pieces, values, escape = ESCAPES.plain) => pieces.reduce((printed, piece) => {
    if ([...piece.matchAll(PLACE)].some(([, name]) => !values[name])) return printed;
    const seam = ENDED.test(printed) ? piece.replace(/^\./, "") : piece;
    return printed + seam.replace(PLACE, (_, name, stop) => escape(values[name]) + (ENDED.test(values[name]) ? "" : stop));
  }, "");

  const headline = (title, small) => {
    let before = ":";
    return title.split(" ").map((word) => {
      const isLower = word === word.toLowerCase() && word !== word.toUpperCase();
      const [first = "", ...rest] = word;
      const isRaised = isLower && (!small.includes(word) || before === ":" || before === ".");
      before = word.slice(-1) || before;
      return isRaised ? first.toUpperCase() + rest.join("") : word;
    }).join(" ");
  };

  const dayValues = (table, name, day) => {
    if (!day) return {};
    const [y, MM, dd] = day.split("-");
    const letters = { y: `${+y}`, M: `${+MM}`, MM, MMMM: table.months[MM - 1], d: `${+dd}`, dd };
    return Object.fromEntries(Object.entries(table.days).map(([pattern, template]) =>
      [`${name}_${pattern}`, template.replace(/\{(\w+)\}/g, (_, letter) => letters[letter])]));
  };
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
  };

  const original = (claim) => {
    const passed = [];
    for (let at = tag; claim.quotes[at] && !passed.includes(at); at = claim.quotes[at].from) {
      if (claim.quotes[at].source) return claim.quotes[at].source;
      passed.push(at);
    }
    return Object.values(claim.quotes).find((quote) => quote.source).source;
  };
  const address = (url) => (url || "").replace(/[^!#-&(-;=?-Z_a-z~]/gu, (mark) => (mark === "'" ? "%27" : encodeURIComponent(mark)));
  const shown = (selector) => document.querySelector(selector)?.textContent || "";

  const completed = (table, values) => {
    values.headline = table.small_words ? headline(values.title, table.small_words) : values.title;
    for (const part of ["accessed", "attribution", "note"]) values[part] = fill(table.parts[part], values);
    return values;
  };
  const ofClaim = (table, claim) => {
    const source = original(claim);
    const archived = /\/(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{6}(?:[a-z]{2}_)?\//.exec(source.archived || "");
    const asOf = [...document.querySelectorAll(".ca-figures .ca-number + .ca-facts")].map((fact) => fact.textContent);
    const values = {
      ...table.constants,
      id: claim.id,
      url: claim.url,
      title: claim.title[tag],
      quote: claim.quotes[tag].text,
      words: shown(`#quote-${tag} blockquote p`),
      label: document.querySelector(`#quote-${tag} .ca-tag`)?.nextSibling.data.trim(),
      sentence: shown(".ca-lead").replaceAll("\u2060", ""), // which only keeps a particle on its line
      figures: claim.figures.map((figure, place) => fill(table.parts.figure, { quantity: figure.text[tag], as_of: asOf[place] })).join("; "),
      outlet: shown("#cite span cite"),
      source: shown("#cite span") + fill(table.parts.address, { address: source.url }),
      source_url: address(source.url),
      source_title: source.title || shown("#cite span cite"),
      source_date: (/^\d{4}(?:-\d\d-\d\d)?(?=T|$)/.exec(source.published || "") || [""])[0],
      source_accessed: source.accessed,
      archive_url: address(source.archived),
      archive_date: archived ? archived.slice(1).join("-") : "",
      undated: claim.added ? "" : table.undated,
      ...dayValues(table, "added", claim.added),
      ...dayValues(table, "accessed", today()),
    };
    if (claim.withdrawn) {
      Object.assign(values, { quote: "", words: "", label: "", figures: "" }, dayValues(table, "withdrawn", claim.withdrawn.on));
      values.title = values.withdrawn = fill(table.parts.title, values);
    }
    return completed(table, values);
  };
  const ofChart = (table, { title, url, dataset }) => completed(table, {
    ...table.constants,
    url,
    title,
    words: title,
    sentence: dataset.newest,
    ...dayValues(table, "added", dataset.changed),
    ...dayValues(table, "accessed", today()),
  });

  const read = async (url) => {
    const answer = await fetch(url, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  };
  const made = (name, attributes, ...inside) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(...inside);
    return element;
  };
  const save = (content, file, type) => {
    const url = URL.createObjectURL(new Blob([content], { type }));
    made("a", { href: url, download: file }).click();
    URL.revokeObjectURL(url);
  };

  // What the first click needs, which is asked for again if it did not come.
  let asked;
  const ask = () => (asked ||= Promise.all([
    read(new URL(`citations.${tag}.json`, own)),
    record ? read(record) : import(new URL(section.dataset.saver, document.baseURI)),
  ]).catch((error) => {
    asked = undefined;
    throw error;
  }));

  const lines = [...section.querySelectorAll("p")];

  // A claim: all forms, three of them as files.
  const claim = {
    names: { text, ...NAMES, quote: quotation },
    files: Object.fromEntries(Object.entries(FILES).map(([format, [suffix]]) => [format, `.${suffix}`])),
    cite: async (format) => {
      const [table, claim] = await ask();
      const form = table.forms[format];
      return fill(form.pieces, ofClaim(table, claim), ESCAPES[form.escape]);
    },
    save: async (format) => {
      const [suffix, type] = FILES[format];
      const citation = await claim.cite(format);
      const [, { id }] = await ask();
      save(`${citation}\n`, `${id}.${suffix}`, type);
    },
  };

  // A chart: the forms that people read; its numbers and, where it is drawn, its picture as files.
  const chart = (line) => {
    const { dataset } = line;
    const { series, claimant } = dataset;
    const title = line.querySelector("cite").textContent;
    const url = document.querySelector("link[rel=canonical]").href;
    const figure = claimant ? document.querySelector(`.ca-questions a[href$="/${series}/"]`).closest("li") : document;
    const drawing = figure.querySelector(".ca-chart");
    const name = [claimant, series, tag].filter(Boolean).join(".");
    const picture = async () => {
      const [table, saver] = await ask();
      return saver.picture(drawing, { title, newest: dataset.newest, source: `${table.constants.site}, ${url}` });
    };
    const files = {
      csv: async () => {
        const [, saver] = await ask();
        save(await saver.rows(section.dataset.table, { series, ...(claimant && { claimant }) }), `${name}.csv`, "text/csv");
      },
      svg: async () => save((await picture()).text, `${name}.svg`, "image/svg+xml"),
      png: async () => {
        const [, saver] = await ask();
        save(await saver.pixels(await picture()), `${name}.png`, "image/png");
      },
    };
    return {
      title: lines.length > 1 ? title : "",
      names: { text, apa: NAMES.apa, chicago: NAMES.chicago, quote: quotation },
      files: { csv: data, ...(drawing && { svg: vector, png: pixels }) },
      cite: async (format) => {
        const [table] = await ask();
        return fill(table.forms[format].pieces, ofChart(table, { title, url, dataset }));
      },
      save: (format) => files[format](),
    };
  };

  const buttons = (key, names) => Object.entries(names).map(([format, name]) => {
    const element = made("button", { type: "button" }, name);
    element.dataset[key] = format;
    return element;
  });
  const group = (label, title, inside) => {
    const element = made("div", { className: "ca-cite__buttons", role: "group" }, made("span", {}, label), ...inside);
    element.setAttribute("aria-label", title ? `${label}: ${title}` : label);
    return element;
  };

  // Puts the buttons of what a line cites behind it, and does what they say.
  const offer = (line, { title, names, files, ...does }) => {
    const status = made("p", { className: "ca-cite__status", role: "status" });
    const preview = made("pre", { className: "ca-cite__text", tabIndex: 0, hidden: true, dir: "auto" });
    const tell = (words, target) => { status.textContent = words.replace("{name}", () => target.textContent); };
    const copied = async (format) => {
      const citation = await does.cite(format);
      preview.textContent = citation;
      preview.hidden = false;
      try {
        await navigator.clipboard.writeText(citation);
        return "copied";
      } catch {
        return "failed"; // the browser allows no copying, as where a site has no encryption
      }
    };
    const saved = async (format) => {
      try {
        await does.save(format);
        return "saved";
      } catch {
        return "unsaved"; // what it is made of did not come
      }
    };
    const click = async ({ target }) => {
      const { cite: format, download: file } = target.dataset;
      if (!format && !file) return;
      status.textContent = ""; // so that the same words are told again
      try {
        const [table] = await ask();
        tell(table.says[await (file ? saved(file) : copied(format))], target);
      } catch {
        getSelection().selectAllChildren(line); // without a connection there is this one
      }
    };
    const groups = [group(copy, title, buttons("cite", names)), group(download, title, buttons("download", files))];
    for (const each of groups) each.addEventListener("click", click);
    line.after(...groups, status, preview);
  };
  for (const line of lines) offer(line, record ? claim : chart(line));

  // What the first click needs is asked for as soon as it is near, since Safari copies nothing after a wait.
  for (const near of ["pointerover", "focusin"]) section.addEventListener(near, () => ask().catch(() => {}), { once: true });
})();
