// Live pages: one event stream, fragments fetched and morphed, ages, drafts, counter, announcements.
// Events carry ids and codes only; every fragment is fetched, so it passes rights and audit. No words here: they come from data-t-*.
(() => {
  'use strict';
  const body = document.body, words = body.dataset;
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const word = (key, ...args) => (words['t' + key] ?? '').replace(/\{(\d)\}/g, (_, n) => args[n] ?? '');

  // ---- Announcements: regions are empty at load; one polite digest in 30 s at most
  let lastDigest = 0;
  const put = (id, text) => { const region = $(id); if (region) { region.textContent = ''; setTimeout(() => { region.textContent = text; }, 60); } };
  const say = (text) => put('#say', text);
  const alarm = (text) => put('#alarm', text);
  const digest = (text) => { if (Date.now() - lastDigest > 30000) { lastDigest = Date.now(); say(text); } };
  const toast = (text, ms) => { const box = $('#toast'); if (box) { box.textContent = text; if (ms) setTimeout(() => { if (box.textContent === text) box.textContent = ''; }, ms); } };
  const hhmm = (ms) => new Date(ms).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false, ...(words.zone && { timeZone: words.zone }) });

  // ---- Ages tick on the server's clock: s, c (m:ss), u (m:ss left) each second, m each minute
  let skew = words.now ? Date.parse(words.now) - Date.now() : 0;
  const clock = () => Date.now() + skew;
  const two = (n) => String(n).padStart(2, '0');
  const age = (s, fine) => s < 60 ? word('S', s) : s < 3600 ? (fine ? word('Ms', Math.floor(s / 60), s % 60) : word('M', Math.floor(s / 60)))
    : s >= 7200 && !fine && s < 86400 ? word('H', Math.floor(s / 3600)) : s < 86400 ? word('Hm', Math.floor(s / 3600), Math.floor(s % 3600 / 60)) : word('D', Math.floor(s / 86400));
  const tick = () => {
    for (const time of $$('time[data-age]')) {
      const left = time.dataset.age === 'u', gap = (clock() - Date.parse(time.dateTime)) / 1000, s = Math.max(0, Math.floor(left ? -gap : gap));
      const text = time.dataset.age === 'c' || left ? Math.floor(s / 60) + ':' + two(s % 60) : age(s, time.dataset.age === 's');
      if (time.textContent !== text) time.textContent = text;
    }
  };
  if (words.tS) setInterval(tick, 1000);

  // ---- The one red count
  const count = (n) => {
    if (n == null) return;
    document.title = (n > 0 ? '(' + n + ') ' : '') + 'Reachline';
    const badge = $('#count');
    if (badge) { badge.hidden = n === 0; badge.firstElementChild.textContent = n; badge.lastElementChild.textContent = ''; }
  };

  // ---- Who is on call: the notifier alone knows; no answer leaves the bar as it is
  const duty = async () => {
    const ask = $('#duty')?.dataset.ask;
    if (!ask || document.hidden) return;
    try {
      const answer = await fetch(ask, { headers: { 'HX-Request': 'true' }, credentials: 'same-origin', cache: 'no-store' });
      const next = answer.ok && !answer.redirected && $('#duty', new DOMParser().parseFromString(await answer.text(), 'text/html'));
      if (next) $('#duty').replaceWith(next);
    } catch { /* the bar is no news of its own */ }
  };
  if ($('#duty[hidden]')) { duty(); setInterval(duty, 60000); }

  // ---- Fragments
  const waiting = new Set();
  let timer = 0, newItems = 0;
  const pill = $('#pill');
  const showPill = (n, one, many) => {
    newItems = n;
    if (!pill) return;
    pill.hidden = n === 0;
    $('span', pill).textContent = (n === 1 ? word(one) : word(many, n)) + (one === 'New1' ? ' · ' + word('Show') : '');
    if (n > 0) digest(n === 1 ? word(one) : word(many, n));
  };
  const gather = (region, ms = 1000) => {
    waiting.add(region);
    if (ms === 0 || !timer) { clearTimeout(timer); timer = setTimeout(flush, ms); }
  };
  const flush = () => { timer = 0; const regions = [...waiting]; waiting.clear(); regions.forEach((region) => refresh(region)); };
  const everything = () => $$('[data-region]').forEach((el) => gather(el.dataset.region, 0));

  const refresh = async (region, unfrozen) => {
    const el = $('[data-region="' + region + '"]');
    if (!el) return;
    if (!el.dataset.src) { if (!$(':active', el)) location.reload(); return; }
    el.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(el.dataset.src, { headers: { 'HX-Request': 'true' }, credentials: 'same-origin', cache: 'no-store' });
      if (answer.status === 401 || answer.redirected) return signedOut();
      if (!answer.ok) throw new Error(String(answer.status));
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild;
      if (next) await morph(el, next, unfrozen);
    } catch { toast(word('Fail'), 6000); } finally { el.removeAttribute('aria-busy'); }
  };

  const morph = async (el, next, unfrozen) => {
    await settle(el, next);
    for (const old of $$('details[id]', el)) $('#' + CSS.escape(old.id), next)?.toggleAttribute('open', old.open);
    if (el.dataset.freeze && !unfrozen && frozen(el)) hold(el, next); else if (el.dataset.freeze) showPill(0, 'New1', 'New');
    const box = 'scroll' in el.dataset ? el : null;
    const atEnd = box && box.scrollHeight - box.scrollTop - box.clientHeight < 48;
    const before = box ? $$('.msg', el).length : 0;
    await htmx.swap({ target: el, text: next.outerHTML, swap: 'outerMorph', sourceElement: el });
    if (box) landed($('#' + el.id), atEnd, before);
    tick();
  };
  // A button under pointer or focus whose action has gone stays, says no, and goes after two seconds.
  const settle = async (el, next) => {
    for (const button of $$('form button', el)) {
      const form = button.closest('form'), still = $$('form', next).some((f) => f.getAttribute('action') === form.getAttribute('action'));
      if (still || !(button.matches(':hover') || button === document.activeElement)) continue;
      button.setAttribute('aria-disabled', 'true');
      await new Promise((done) => setTimeout(done, 2000));
      return;
    }
  };
  const frozen = (el) => el.contains(document.activeElement) || el.matches(':hover') || el.parentElement.scrollTop > 0;
  // Order stays under a hand: rows change in place, new ones wait for the pill; a crisis fills its reserved place at once.
  const hold = (el, next) => {
    const rows = (root) => $$(el.dataset.freeze + '[id]', root);
    const here = rows(el), known = new Set(here.map((row) => row.id)), fresh = new Map(rows(next).map((row) => [row.id, row]));
    let late = 0;
    for (const row of fresh.values()) if (!known.has(row.id) && !row.closest('.crisis-open')) { late++; row.remove(); }
    for (const row of here) {
      const list = row.parentElement, group = list.parentElement;
      if (!$('#' + list.id, next)) { const copy = group.cloneNode(true); $('ul', copy).textContent = ''; next.append(copy); }
      $('#' + list.id, next).append(fresh.get(row.id) ?? row.cloneNode(true));
    }
    for (const row of fresh.values()) if (!known.has(row.id)) row.parentElement?.append(row);
    for (const section of $$('section[id]', el)) { const same = $('#' + section.id, next); if (same) next.append(same); }
    showPill(late, 'New1', 'New');
  };
  const landed = (el, atEnd, before) => {
    const more = $$('.msg', el).length - before;
    if (atEnd) { toEnd(el); seen(el); } else if (more > 0) showPill(newItems + more, 'Below1', 'Below');
    if (more > 0) say(word('Message', hhmm(clock())));
  };
  const toEnd = (el) => { el.scrollTop = el.scrollHeight; };
  // The reply says up to which message its author has read.
  const seen = (el) => {
    for (const [name, value] of [['seenSeq', el.dataset.seen], ['version', el.dataset.version]]) if (value) for (const field of $$('input[name="' + name + '"]')) field.value = value;
    showPill(0, 'Below1', 'Below');
  };
  pill?.addEventListener('click', () => { const log = $('[data-scroll]'); if (log) { toEnd(log); seen(log); } else refresh('queue', true); });
  for (const el of $$('[data-scroll]')) { if (!$(':target', el)) toEnd(el); el.addEventListener('scroll', () => { if (newItems && el.scrollHeight - el.scrollTop - el.clientHeight < 8) seen(el); }, { passive: true }); }

  // ---- On a phone the words of the client come before the reasons of the detector
  if (matchMedia('(max-width: 43.7em)').matches) $('#why')?.removeAttribute('open');

  $('.views [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  // ---- The stream: native EventSource, no beat for 20 s means it is dead; back-off with jitter, 5 s at most
  let source = null, heard = 0, tries = 0, ended = false, shown = Date.now();
  const keep = Boolean($('[data-region="board"], [data-region="page"]'));
  const state = (to) => {
    const live = $('#live'); if (!live || live.dataset.state === to) return;
    if (to === 'off') { toast(keep && words.tStale ? word('Stale') : word('Offline', hhmm(shown))); }
    if (to === 'on' && live.dataset.state === 'off') { toast(word('Back'), 4000); everything(); }
    live.dataset.state = to;
    $('use', live).setAttribute('href', '/ui/icons.svg#' + (to === 'on' ? 'check' : 'offline'));
    $('span', live).textContent = word(to === 'on' ? 'On' : 'Off');
  };
  const on = (name, act) => source.addEventListener(name, (event) => {
    heard = shown = Date.now(); tries = 0; state('on');
    let data = {};
    try { data = JSON.parse(event.data || '{}'); } catch { return; }
    act(data);
  });
  const open = () => {
    if (!words.live || ended || source) return;
    source = new EventSource(words.live);
    heard = Date.now();
    on('beat', (e) => { if (e.at) skew = Date.parse(e.at) - Date.now(); count(e.notTaken); });
    on('changed', (e) => gather(e.region));
    on('crisis', (e) => { count(e.notTaken); alarm(word(e.severity ? e.severity[0].toUpperCase() + e.severity.slice(1) : 'High')); gather(e.region, 0); });
    on('taken', (e) => { count(e.notTaken); gather(e.region, 0); });
    on('resync', everything);
    on('signedout', () => signedOut());
    source.onopen = () => { heard = Date.now(); state('on'); };
    source.onerror = () => again();
  };
  const close = () => { source?.close(); source = null; };
  const again = async () => {
    if (!source) return;
    close();
    if (++tries > 1) state('off');
    if (await refused()) return signedOut();
    setTimeout(open, Math.min(5000, 500 * 2 ** tries) * (0.5 + Math.random() / 2));
  };
  const refused = async () => {
    const src = $('[data-src]')?.dataset.src;
    if (!src || tries < 2) return false;
    try { const answer = await fetch(src, { headers: { 'HX-Request': 'true' }, cache: 'no-store' }); return answer.status === 401 || answer.redirected; } catch { return false; }
  };
  const signedOut = () => { ended = true; close(); state('off'); toast(word('Signedout')); };
  setInterval(() => { if (source && Date.now() - heard > 20000) { tries++; again(); } }, 1000);
  document.addEventListener('visibilitychange', () => {
    if (keep) return;
    if (document.hidden) close(); else { open(); everything(); }
  });
  open();

  // ---- Drafts: per tab, kept until the server has the text, wiped at sign-out
  const form = $('form[data-draft]'), text = form && $('textarea', form);
  const kept = form && 'reachline:' + words.staff + ':' + form.dataset.draft;
  const save = () => { if (!text) return; if (text.value) { sessionStorage.setItem(kept, text.value); $('#draft').textContent = word('Draft', hhmm(clock())); } else { sessionStorage.removeItem(kept); $('#draft').textContent = ''; } };
  const sent = sessionStorage.getItem('reachline:sent'), draft = sent && sessionStorage.getItem(sent);
  if (draft && ($('#notice.ok') || location.search.includes('sent=') || $$('.msg.out bdi').some((out) => out.textContent === draft))) sessionStorage.removeItem(sent);
  sessionStorage.removeItem('reachline:sent');
  if (text) {
    let wait = 0;
    if (!text.value) text.value = sessionStorage.getItem(kept) ?? '';
    text.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(save, 800); measure(); });
    text.addEventListener('blur', save);
    addEventListener('pagehide', () => { if (sessionStorage.getItem('reachline:sent') !== kept) save(); });
    text.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); } });
  }
  document.addEventListener('click', (event) => { if (event.target.closest?.('[aria-disabled="true"]')) event.preventDefault(); });
  document.addEventListener('submit', (event) => {
    const button = event.submitter ?? $('button', event.target);
    if (event.target.dataset.busy || button?.getAttribute('aria-disabled') === 'true') return event.preventDefault();
    event.target.dataset.busy = '1';
    setTimeout(() => { delete event.target.dataset.busy; }, 4000);
    if (event.target === form) { save(); sessionStorage.setItem('reachline:sent', kept); button.firstChild.textContent = word('Sending'); }
    if (event.target.action.endsWith('/sign-out')) for (const key of Object.keys(sessionStorage)) if (key.startsWith('reachline:')) sessionStorage.removeItem(key);
  });
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

  // ---- Counter: GSM 03.38 with its extension table, else UCS-2
  const BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà', EXTENDED = '^{}\\[~]|€\f';
  let parts = 0;
  const measure = () => {
    const out = $('#counter'); if (!out) return;
    const chars = [...text.value], odd = chars.find((c) => !BASIC.includes(c) && !EXTENDED.includes(c));
    const units = odd ? text.value.length : chars.reduce((n, c) => n + (EXTENDED.includes(c) ? 2 : 1), 0);
    const [one, many] = odd ? [70, 67] : [160, 153], now = units <= one ? Math.min(units, 1) : Math.ceil(units / many);
    out.textContent = odd && now > 1 ? word('Parts', units, now, odd) : word('Chars', units, now > 1 ? now * many : one) + (now ? ' · ' + (now === 1 ? word('Part1') : word('Partn', now)) : '');
    if (now > 1 && now !== parts) say(word('Partn', now));
    parts = now;
  };
  if (text) measure();

  // ---- Menus close as people expect
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') for (const menu of $$('details.menu[open]')) { menu.open = false; $('summary', menu).focus(); } });
  document.addEventListener('click', (event) => { for (const menu of $$('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false; });
})();
