/** How a page looks on a screen and on paper. It names fonts and loads none. */
export const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:76rem;color:#1b1b1b;background:#fff;overflow-wrap:anywhere;
font:1rem/1.55 system-ui,"Segoe UI","Noto Sans","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",SimHei,sans-serif}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 1rem}
h2{font-size:1.2rem;line-height:1.35;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:1px solid #767676}
h3{font-size:1rem;margin:1.4rem 0 .4rem}
p{margin:.4rem 0}
.headline{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:0 2.5rem}
.headline p:first-child{font-weight:600}
span[lang]+span[lang]{margin-left:.35em}
thead span[lang]{display:block}thead span[lang]+span[lang]{margin:0}
th span[lang]+span[lang],caption span[lang]+span[lang]{font-weight:400}
.note,.quiet,dd{color:#4a4a4a}
.scroll{overflow-x:auto;max-width:100%}
.scroll:focus-visible,summary:focus-visible{outline:3px solid #1a5fb4;outline-offset:2px}
table{border-collapse:collapse;font-size:.92rem;margin:.3rem 0}
th,td{padding:.28rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid #c4c4c4;overflow-wrap:normal}
thead th{border-bottom:2px solid #1b1b1b;vertical-align:bottom}
tbody th{font-weight:400;min-width:6.5rem}
tbody th[scope=rowgroup],.sum th,.sum td,.strong{font-weight:600}
.sum tr:first-child>*{border-top:2px solid #1b1b1b}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.bad{color:#8f1d14}.warn{color:#7a4a00}
.day{white-space:nowrap}.wide{min-width:15rem}
code{font-family:ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.88em;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:.6rem 0;font-size:.92rem}
dt{font-weight:600}dd{margin:0}
svg{display:block;font:13px system-ui,"Segoe UI","Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.halo{paint-order:stroke;stroke:#fff;stroke-width:3px}
figure{margin:0}
details{margin:.3rem 0 1rem}summary{cursor:pointer}
.aloud{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
.scroll,.number,td,th{position:relative}
@media(max-width:40rem){dl{grid-template-columns:minmax(0,1fr)}dd{margin-bottom:.4rem}}
@page{size:A4;margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:9pt}}
@media print{
body{padding:0;max-width:none;color:#000;font-size:10pt}
h2{break-after:avoid;margin-top:1.2rem}
tr,svg,.headline p{break-inside:avoid}
.sheet{break-before:page}
thead{display:table-header-group}
.scroll{overflow:visible}
table{font-size:8.5pt;max-width:100%}th,td{padding:.15rem .35rem;overflow-wrap:anywhere}
.number{white-space:normal}
.note,.quiet,dd,.bad,.warn{color:#000}
svg{max-width:100%;height:auto}
.wide{min-width:0}
details::details-content{content-visibility:visible;display:block}
summary{display:none}
}
`
