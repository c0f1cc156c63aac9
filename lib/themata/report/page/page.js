"use strict";
// The views that are made as they are asked for: excerpts, hits of terms, transcripts. Whatever comes
// from the study goes into the page as text, never as markup. The address after # says what is
// shown: #excerpts?theme=3&participant=2, #transcripts?source=0&at=120.
(() => {
  const byId = (id) => document.getElementById(id);
  const read = (id) => (byId(id) ? JSON.parse(byId(id).textContent) : null);
  const study = read("study");
  const pageSize = 50;

  const make = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name === "text") element.textContent = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }
    element.append(...children);
    return element;
  };
  const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

  // --- the study's data, unpacked when they are first needed
  const sources = new Map();
  const sourceAt = (index) => {
    if (!sources.has(index)) {
      const one = read(`source-${index}`);
      one.index = index;
      one.segments = one.segments.map(([begin, end, turn, people, codings, text]) =>
        ({ source: one, begin, end, turn, people, codings, text }));
      sources.set(index, one);
    }
    return sources.get(index);
  };
  let everySegment = null;
  const allSegments = () => {
    if (!everySegment) {
      everySegment = [];
      for (let i = 0; i < study.sources.length; ++i) everySegment.push(...sourceAt(i).segments);
    }
    return everySegment;
  };
  const codesUnder = (theme) => {
    const themes = new Set([theme]);
    study.themes.forEach((one, index) => { if (themes.has(one.parent)) themes.add(index); });
    return new Set(study.codes.flatMap((code, index) =>
      code.themes.some((one) => themes.has(one)) ? [index] : []));
  };

  // --- what is asked for
  const parse = () => {
    const [view, query = ""] = location.hash.slice(1).split("?");
    return { view: view || "overview", query: new URLSearchParams(query) };
  };
  const address = (view, query) => `#${view}${[...query].length ? `?${query}` : ""}`;
  const numberOf = (query, name) =>
    query.has(name) && query.get(name) !== "" ? Number(query.get(name)) : null;

  const admits = (query) => {
    const theme = numberOf(query, "theme");
    const code = numberOf(query, "code");
    const participant = numberOf(query, "participant");
    const source = numberOf(query, "source");
    const occasion = query.get("occasion");
    const words = (query.get("words") || "").toLowerCase();
    const codes = theme === null ? null : codesUnder(theme);
    return {
      coding: ([one]) => (!codes || codes.has(one)) && (code === null || one === code),
      segment(one) {
        return one.codings.some(this.coding) &&
          (participant === null || one.people.includes(participant)) &&
          (source === null || one.source.index === source) &&
          (!occasion || study.sources[one.source.index].occasion === occasion) &&
          (!words || (one.text || "").toLowerCase().includes(words));
      },
    };
  };

  // --- the filter above excerpts and transcripts
  const select = (label, name, query, options, change) => {
    const chosen = query.get(name) ?? "";
    const list = make("select", { name, onchange: (event) => change(name, event.target.value) },
      make("option", { value: "", text: "all" }));
    for (const [value, text] of options) {
      list.append(make("option", { value, text, selected: String(value) === chosen }));
    }
    return make("label", { text: label }, list);
  };
  const indented = (theme) =>
    `${"\u2003".repeat(theme.number.split(".").length - 1)}${theme.number} ${theme.name}`;
  let lastField = null;  // the one that was changed, which keeps the focus
  const filter = (view, query, withSources) => {
    const change = (name, value) => {
      lastField = name;
      const next = new URLSearchParams(query);
      next.delete("at");
      if (value === "") next.delete(name); else next.set(name, value);
      location.hash = address(view, next);
    };
    const form = make("div", { class: "tools", role: "search" },
      select("Theme", "theme", query, study.themes.map((one, i) => [i, indented(one)]), change),
      select("Code", "code", query, study.codes.map((one, i) => [i, one.name]), change),
      select("Participant", "participant", query, study.participants.map((one, i) => [i, one]),
        change));
    if (withSources) {
      form.append(select("Source", "source", query, study.sources.map((one, i) => [i, one.name]),
        change));
      if (study.share !== "none") {
        form.append(make("label", { text: "Words" }, make("input", {
          type: "search", name: "words", value: query.get("words") || "",
          onchange: (event) => change("words", event.target.value) })));
      }
    }
    form.append(make("button", { type: "button", text: "Clear",
      onclick: () => { location.hash = `#${view}`; } }));
    return form;
  };

  /// A chip for each code, whoever applied it.
  const codeChips = (codings) => {
    const coders = new Map();
    for (const [code, coder] of codings) {
      coders.set(code, [...(coders.get(code) || []), study.coders[coder]]);
    }
    return [...coders].map(([code, who]) =>
      make("li", {}, make("a", { href: `#excerpts?code=${code}`, text: study.codes[code].name,
        title: `coded by ${who.join(" and ")}` })));
  };
  const names = (people) => people.map((one) => study.participants[one]).join(", ");

  const excerpt = (segment) => {
    const place = `#transcripts?source=${segment.source.index}&at=${segment.begin}`;
    const who = names(segment.people) || "nobody among the participants";
    const where = study.sources[segment.source.index].name +
      (segment.turn ? `, turn ${segment.turn}` : "");
    return make("article", { tabindex: "-1" },
      make("header", {}, make("span", { text: who }),
        make("a", { href: place, text: where, title: "shows it in its place" })),
      make("blockquote", { dir: "auto", text: segment.text ?? "(The words are not in this file.)",
        class: segment.text === undefined ? "soft" : undefined }),
      make("ul", { class: "chips", "aria-label": "codes" }, ...codeChips(segment.codings)));
  };

  /// Fills a list a page at a time.
  const paged = (holder, things, show) => {
    let shown = 0;
    const more = make("button", { type: "button", class: "more" });
    const next = () => {
      const first = shown;
      things.slice(shown, shown + pageSize).forEach((one) => more.before(show(one)));
      shown = Math.min(shown + pageSize, things.length);
      more.hidden = shown === things.length;
      more.textContent = `Show ${Math.min(pageSize, things.length - shown)} more of ` +
        `${(things.length - shown).toLocaleString("en")}`;
      if (first > 0) holder.querySelectorAll("article")[first]?.focus();
    };
    more.addEventListener("click", next);
    holder.append(more);
    next();
  };

  const showExcerpts = (query) => {
    const view = byId("excerpts-body");
    const wanted = admits(query);
    const found = allSegments().filter((one) => wanted.segment(one));
    const people = new Set(found.flatMap((one) => one.people));
    byId("status").textContent =
      `${plural(found.length, "excerpt")}, ${plural(people.size, "participant")}`;
    view.replaceChildren(filter("excerpts", query, true),
      make("p", { class: "soft", id: "excerpts-count", text: byId("status").textContent }));
    paged(view, found, excerpt);
  };

  // --- hits of a term
  const showHits = (query) => {
    const view = byId("hits-body");
    const table = numberOf(query, "table") ?? 0;
    const row = numberOf(query, "row") ?? 0;
    const family = read(`hits-${table}`)?.[row];
    if (!family) {
      view.replaceChildren(make("p", { text: "The words are not in this file." }));
      return;
    }
    byId("status").textContent = plural(family.hits.length, "hit");
    view.replaceChildren(make("h3", { text: family.label }),
      make("p", { class: "soft", text: byId("status").textContent }));
    paged(view, family.hits, ([source, who, before, keyword, after]) => make("article",
      { tabindex: "-1" },
      make("header", {}, make("span", { text: who }), make("span", { text: source })),
      make("blockquote", { dir: "auto" }, `${before} `, make("strong", { text: keyword }), ` ${after}`)));
  };

  // --- transcripts
  const highlight = (root, key, on) => {
    for (const span of root.querySelectorAll(`mark[data-keys~="${key}"]`)) {
      span.classList.toggle("on", on);
    }
  };
  const codingButton = (segment, [code, coder], root, wanted) => {
    const key = `${segment.begin}-${segment.end}-${code}`;
    const on = wanted.coding([code, coder]) && wanted.segment(segment);
    return make("li", {}, make("button", { type: "button", "aria-pressed": String(on),
      text: study.codes[code].name, title: `coded by ${study.coders[coder]}`,
      onclick: (event) => {
        const press = event.target.getAttribute("aria-pressed") !== "true";
        event.target.setAttribute("aria-pressed", String(press));
        highlight(root, key, press);
      } }));
  };
  /// The words of a turn, cut wherever a coding begins or ends.
  const said = (source, begin, end, wanted) => {
    const here = source.segments.filter((one) => one.begin < end && one.end > begin);
    const cuts = new Set([begin, end]);
    for (const one of here) {
      if (one.begin > begin) cuts.add(one.begin);
      if (one.end < end) cuts.add(one.end);
    }
    const order = [...cuts].sort((a, b) => a - b);
    const words = make("div", { class: "said", dir: "auto" });
    for (let i = 0; i + 1 < order.length; ++i) {
      const text = source.text.slice(order[i], order[i + 1]);
      const over = here.filter((one) => one.begin <= order[i] && one.end >= order[i + 1]);
      if (over.length === 0) { words.append(text); continue; }
      const keys = over.flatMap((one) =>
        one.codings.map(([code]) => `${one.begin}-${one.end}-${code}`));
      const on = over.some((one) => wanted.segment(one));
      words.append(make("mark", { "data-keys": keys.join(" "), class: on ? "on" : undefined, text,
        "data-begins": over.filter((one) => one.begin === order[i]).map((one) => one.begin).join(" ")
      }));
    }
    return words;
  };
  const wholeTranscript = (source, wanted, root) => source.turns.map(
    ([number, begin, end, speaker, isResearcher]) => {
      const starting = source.segments.filter((one) => one.begin >= begin && one.begin < end);
      return make("div", { class: isResearcher ? "turn researcher" : "turn" },
        make("span", { class: "no", text: number || "" }),
        make("div", {}, make("span", { class: "who", text: speaker }),
          said(source, begin, end, wanted)),
        make("ul", { class: "chips", "aria-label": "codes that begin here" },
          ...starting.flatMap((one) =>
            one.codings.map((coding) => codingButton(one, coding, root, wanted)))));
    });
  const codedPassages = (source, wanted) => source.segments
    .filter((one) => wanted.segment(one))
    .map((one) => make("div", { class: "turn" },
      make("span", { class: "no", text: one.turn || "" }),
      make("div", {}, make("span", { class: "who", text: names(one.people) }),
        make("div", { class: "said", dir: "auto" }, make("mark", { class: "on", "data-begins": String(one.begin),
          text: one.text ?? "(The words are not in this file.)" }))),
      make("ul", { class: "chips", "aria-label": "codes" }, ...codeChips(one.codings))));

  const showTranscript = (query) => {
    const view = byId("transcripts-body");
    const index = Math.min(numberOf(query, "source") ?? 0, study.sources.length - 1);
    if (index < 0) return;
    const source = sourceAt(index);
    if (study.share === "all" && source.text === undefined) {
      Object.assign(source, read(`text-${index}`));
    }
    const inSource = new URLSearchParams(query);
    inSource.set("source", index);
    const wanted = admits(inSource);
    const root = make("div", {});
    if (study.share === "all") {
      root.append(...wholeTranscript(source, wanted, root));
    } else {
      root.append(make("p", { class: "note", text: "Of the transcripts, this file holds the coded " +
        "passages alone." }), ...codedPassages(source, wanted));
    }
    const choose = (name, value) => {
      lastField = name;
      const next = new URLSearchParams(query);
      next.delete("at");
      next.set(name, value);
      location.hash = address("transcripts", next);
    };
    const list = make("select", { name: "source",
      onchange: (event) => choose("source", event.target.value) },
      ...study.sources.map((one, i) =>
        make("option", { value: i, text: one.name, selected: i === index })));
    const tools = filter("transcripts", query, false);
    tools.prepend(make("label", { text: "Source" }, list));
    const marked = source.segments.filter((one) => wanted.segment(one)).length;
    byId("status").textContent = `${study.sources[index].name}: ${plural(marked, "excerpt")}`;
    view.replaceChildren(tools, make("h3", { text: study.sources[index].name }),
      make("p", { class: "soft", text: study.sources[index].occasion || "" }), root);
    const at = numberOf(query, "at");
    if (at === null) return;
    const isThere = ({ begins, keys = "" }) => begins.split(" ").includes(String(at)) ||
      keys.split(" ").some((key) => key.startsWith(`${at}-`));
    const places = [...root.querySelectorAll("mark")].filter((one) => isThere(one.dataset));
    if (places.length === 0) return;
    for (const place of places) place.classList.add("here", "on");
    places[0].tabIndex = -1;
    places[0].scrollIntoView({ block: "center" });
    places[0].focus({ preventScroll: true });
  };

  // --- which view is shown
  const made = { excerpts: showExcerpts, transcripts: showTranscript, hits: showHits };
  const show = (isFirst) => {
    const { view, query } = parse();
    const wanted = byId(view)?.matches("section") ? view : "overview";
    for (const section of document.querySelectorAll("main > section")) {
      section.hidden = section.id !== wanted;
    }
    for (const link of document.querySelectorAll("nav a")) {
      if (link.hash === `#${wanted}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    made[wanted]?.(query);
    if (isFirst || query.has("at")) return;
    const field = lastField && byId(wanted).querySelector(`[name="${lastField}"]`);
    lastField = null;
    (field || byId(wanted).querySelector("h2")).focus({ preventScroll: true });
    if (!field) scrollTo(0, 0);
  };
  addEventListener("hashchange", () => show(false));

  // --- keys: / to the filter, j and k through a list, 1 to 9 to the views
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select")) return;
    const section = document.querySelector("main > section:not([hidden])");
    if (event.key === "/") {
      location.hash = "#excerpts";
      setTimeout(() => byId("excerpts").querySelector("input, select")?.focus());
    } else if (event.key === "j" || event.key === "k") {
      const all = [...section.querySelectorAll("article")];
      const at = all.indexOf(document.activeElement);
      const next = all[at + (event.key === "j" ? 1 : -1)];
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
    } else if (/^[1-9]$/.test(event.key)) {
      const link = document.querySelectorAll("nav a")[Number(event.key) - 1];
      if (link) location.hash = link.hash;
    } else {
      return;
    }
    event.preventDefault();
  });

  byId("theme-switch").addEventListener("click", () => {
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = document.documentElement.dataset.theme || (isDark ? "dark" : "light");
    document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
  });
  addEventListener("beforeprint", () => {
    for (const branch of document.querySelectorAll("details")) branch.open = true;
  });
  show(true);
})();
