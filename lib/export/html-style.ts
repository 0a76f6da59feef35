/** The style of an exported page, which stands alone: it cannot share the desk's style sheet. */
export const htmlStyle = `
:root{color-scheme:light dark;--page:#fbfaf7;--panel:#fff;--ink:#1d1c1a;--soft:#6b6760;--line:#e6e2da;--accent:#1f4fbf;
--highlight:#ffe9a3;--note:#d9e8ff;--note-line:#2f6fde;--check:#d8f1ec;--check-line:#0b7a6b;--flag:#c2410c;
--del:#a3392b;--del-tint:#fbe3df;--ins:#13703a;--ins-tint:#dcf3e3}
@media (prefers-color-scheme:dark){:root{--page:#161614;--panel:#1e1e1b;--ink:#ecebe6;--soft:#a8a49b;--line:#2e2d29;
--accent:#8fb2ff;--highlight:#5a4a12;--note:#1f3358;--note-line:#7fabff;--check:#123c36;--check-line:#5fd0bd;
--flag:#ff9a62;--del:#ff9d8f;--del-tint:#46201b;--ins:#7cd69a;--ins-tint:#16391f}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:19px/31px "Source Serif 4",Charter,"Iowan Old Style",Georgia,serif}
header,main,footer{max-width:1128px;margin:0 auto;padding:0 24px;overflow-wrap:anywhere}
header{padding-top:56px}
h1{font-size:40px;line-height:46px;font-weight:600;letter-spacing:-.015em;margin:0 0 20px;max-width:820px}
h2,h3,h4,h5,h6{font-size:23px;line-height:30px;font-weight:600;letter-spacing:-.01em;margin:20px 0 10px}
dl,.legend,.decisions,.still,.notes,footer,.who{font:14px/20px Inter,"Helvetica Neue",Arial,system-ui,sans-serif}
dl{display:flex;flex-wrap:wrap;gap:12px 32px;margin:0 0 20px}
dt{font-size:12px;line-height:18px;color:var(--soft)}
dd{margin:0}
ul{margin:0;padding:0}
.decisions{list-style:none;margin-bottom:20px}
.decisions li{color:var(--soft);margin:4px 0}
.decisions .stands{color:inherit;padding-left:12px;border-left:2px solid var(--line)}
.still{font-weight:600;margin:0 0 16px}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:8px 20px;padding:12px 0;border-block:1px solid var(--line);margin-bottom:36px}
.legend mark,.aa{font:600 12px/18px "Source Serif 4",Charter,Georgia,serif;padding:1px 3px;border-radius:3px}
.block{content-visibility:auto;contain-intrinsic-size:auto 4000px}
.row{display:grid;grid-template-columns:minmax(0,690px) minmax(0,350px);gap:0 40px;align-items:start}
.row>div>p{margin:0 0 20px}
.w{white-space:pre-wrap}
.who{display:block;font-size:12px;line-height:18px;font-weight:600;color:var(--soft)}
.who time{font-weight:400;margin-left:6px}
.card{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:8px 12px 9px;margin:0 0 8px}
.row+.row .notes{margin-top:0}
.card p,.card blockquote{margin:4px 0 0}
.card .when{margin:0}
.card ul,.card ol{margin:4px 0 0;padding-left:20px}
.card blockquote{border-left:2px solid var(--line);padding-left:10px}
.card h3{font:inherit;font-size:13px;font-weight:600;letter-spacing:0;margin:0}
.card h3 a{text-decoration:none}
.card h3 .tag{font-weight:400}
.when,.soft{color:var(--soft)}
.when{font-size:12px;line-height:18px}
.quote{font:15px/21px "Source Serif 4",Charter,Georgia,serif;color:var(--soft)}
.verdict{display:inline-block;font-weight:600;font-size:12px;line-height:18px;padding:1px 9px;border-radius:99px;background:var(--line)}
.good{background:var(--ins-tint);color:var(--ins)}
.bad{background:var(--del-tint);color:var(--del)}
.card .evidence{list-style:none;padding:0}
.evidence li,.reply{border-top:1px solid var(--line);margin-top:7px;padding-top:6px}
.evidence strong{font-weight:600}
.reply p:first-child{margin-top:0}
.tag{display:inline-block;font-size:12px;line-height:18px;padding:0 8px;border:1px solid var(--line);border-radius:99px;color:var(--soft)}
.tag.open{color:var(--flag);border-color:currentColor}
a{color:var(--accent);text-underline-offset:2px}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
sup{font:600 11px/0 Inter,"Helvetica Neue",Arial,system-ui,sans-serif}
sup a{text-decoration:none;padding:0 2px}
:target{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px;scroll-margin-top:24px}
mark{background:none;color:inherit;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.highlight{background:var(--highlight)}
.note{background:var(--note);text-decoration:underline 2px var(--note-line)}
.check{background:var(--check);text-decoration:underline 2px var(--check-line)}
.note,.check{text-underline-offset:5px;text-decoration-skip-ink:none}
.flag{text-decoration:underline wavy var(--flag);text-decoration-thickness:1.5px;text-underline-offset:5px;text-decoration-skip-ink:none}
.aa,.legend mark{text-underline-offset:3px}
.corrected{text-decoration:underline 1px dotted var(--soft);text-underline-offset:5px}
.correction,del{background:var(--del-tint);color:var(--del);text-decoration:line-through}
ins{background:var(--ins-tint);color:var(--ins);text-decoration-thickness:2px;text-underline-offset:3px}
.lost{margin-top:32px;max-width:690px}
footer{margin-top:40px;padding-top:20px;padding-bottom:48px;color:var(--soft)}
footer dl{border-top:1px solid var(--line);padding-top:20px;flex-direction:column;gap:4px}
footer dl div{display:flex;gap:0 10px;flex-wrap:wrap}
footer dt{min-width:84px;line-height:20px}
footer p{margin:0}
@media (max-width:900px){header{padding-top:32px}h1{font-size:30px;line-height:36px}body{font-size:18px;line-height:29px}
.row{grid-template-columns:minmax(0,1fr)}.notes{margin-bottom:20px}}
@media print{:root{color-scheme:light}body{background:none;font-size:11pt;line-height:16.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.block{content-visibility:visible}.card,h1,h2{break-inside:avoid}.row{grid-template-columns:minmax(0,1fr) 64mm;gap:0 8mm}
.notes{font-size:8.5pt;line-height:12pt}.quote{font-size:9pt;line-height:12pt}header{padding-top:0}}
@page{margin:18mm 16mm}
`
