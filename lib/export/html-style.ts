/** The style of an exported page, which stands alone: it cannot share the desk's style sheet. */
export const htmlStyle = `
:root{color-scheme:light dark;--page:#fbfaf7;--panel:#fff;--ink:#1d1c1a;--soft:#6b6760;--line:#e6e2da;--accent:#1f4fbf;
--highlight:#ffe9a3;--note:#d9e8ff;--note-line:#2f6fde;--check:#d8f1ec;--check-line:#0b7a6b;--flag:#c2410c;
--del:#a3392b;--del-tint:#fbe3df;--ins:#13703a;--ins-tint:#dcf3e3}
@media (prefers-color-scheme:dark){:root{--page:#161614;--panel:#1e1e1b;--ink:#ecebe6;--soft:#a8a49b;--line:#2e2d29;
--accent:#8fb2ff;--highlight:#5a4a12;--note:#1f3358;--note-line:#7fabff;--check:#123c36;--check-line:#5fd0bd;
--flag:#ff9a62;--del:#ff9d8f;--del-tint:#46201b;--ins:#7cd69a;--ins-tint:#16391f}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:19px/31px "Source Serif 4",Charter,Georgia,serif}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 24px}
header{padding-top:48px}
h1{font-size:36px;line-height:42px;letter-spacing:-.015em;margin:0 0 12px}
h2,h3,h4,h5,h6{font-size:24px;line-height:32px;margin:24px 0 8px}
dl,.legend,aside,footer,.who{font:14px/20px Inter,system-ui,sans-serif}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:0 0 16px;color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.decision{font:14px/20px Inter,system-ui,sans-serif;margin:4px 0}
.legend{display:flex;flex-wrap:wrap;gap:8px 16px;padding:12px 0;border-block:1px solid var(--line);margin-bottom:32px}
.block{content-visibility:auto;contain-intrinsic-size:auto 4000px}
.row{display:grid;grid-template-columns:minmax(0,690px) minmax(0,340px);gap:0 40px;align-items:start}
.row p{margin:0 0 20px;overflow-wrap:anywhere}
.w{white-space:pre-wrap}
.who{display:block;font-size:12px;line-height:18px;font-weight:600;color:var(--soft)}
.who time{font-weight:400;margin-left:6px}
aside section{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:10px 12px;margin:0 0 10px;overflow-wrap:anywhere}
aside p,aside ul,aside ol,aside blockquote{margin:6px 0;font-size:14px;line-height:20px}
aside ul,aside ol{padding-left:20px}
aside blockquote{border-left:2px solid var(--line);padding-left:10px;margin-left:0}
aside h3{font:600 13px/18px Inter,system-ui,sans-serif;margin:0}
aside h3 small,.when{font-weight:400;color:var(--soft);font-size:12px}
.quote{font-family:"Source Serif 4",Charter,Georgia,serif;color:var(--soft)}
.verdict{font-weight:600}
.reply{border-top:1px solid var(--line);padding-top:6px}
a{color:var(--accent)}
sup{font:600 11px/0 Inter,system-ui,sans-serif}
sup a{text-decoration:none;padding:0 1px}
:target{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
mark{background:none;color:inherit}
.highlight{background:var(--highlight)}
.note{background:var(--note);box-shadow:inset 0 -2px var(--note-line)}
.check{background:var(--check);box-shadow:inset 0 -2px var(--check-line)}
.flag{text-decoration:underline wavy var(--flag);text-decoration-thickness:1.5px;text-underline-offset:5px}
.correction{background:var(--del-tint);color:var(--del);text-decoration:line-through}
ins{background:var(--ins-tint);color:var(--ins)}
.lost{margin-top:32px}
footer{padding-block:32px;color:var(--soft)}
@media (max-width:900px){.row{grid-template-columns:minmax(0,1fr)}aside{margin-bottom:16px}dl{grid-template-columns:1fr}dt{margin-top:6px}}
@media print{body{background:none;font-size:11pt;line-height:17pt}.block{content-visibility:visible}aside section{break-inside:avoid}.row{grid-template-columns:minmax(0,1fr) 62mm;gap:0 8mm}}
`
