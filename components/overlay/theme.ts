export type Theme = 'light' | 'dark';

/** The tokens of components/theme.css that the overlays use, by value: a page's shadow roots load no file. A test holds the two together. */
export const tokens = {
  light: {
    surface: '#ffffff',
    raised: '#f6f7f9',
    pressed: '#ebedf1',
    line: '#dde1e7',
    ink: '#1c2128',
    muted: '#5a636e',
    accent: '#4450c4',
    tint: '#eef0fd',
    blocked: '#b3261e',
    'blocked-tint': '#fdeeec',
    risk: '#855700',
    'risk-tint': '#fdf4df',
    fine: '#1a7536',
    lift: '0 1px 2px rgb(16 20 28 / 8%), 0 8px 24px rgb(16 20 28 / 14%)',
  },
  dark: {
    surface: '#15171c',
    raised: '#1d2027',
    pressed: '#292d36',
    line: '#2f343e',
    ink: '#e7e9ed',
    muted: '#a0a8b4',
    accent: '#a3adff',
    tint: '#23263f',
    blocked: '#ff9b92',
    'blocked-tint': '#3a1f1e',
    risk: '#e5b94e',
    'risk-tint': '#35290f',
    fine: '#6fcf8b',
    lift: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 50%)',
  },
} as const satisfies Readonly<Record<Theme, Readonly<Record<string, string>>>>;

const declare = (theme: Theme): string =>
  Object.entries(tokens[theme])
    .map(([name, value]) => `--${name}:${value};`)
    .join('');

/** Everything inside the closed roots. Sizes in pixels: a page's own root font size must not reach in. */
export const overlayCss = `
.root{${declare('light')}color-scheme:light;font:12px/16px system-ui,sans-serif;color:var(--ink);letter-spacing:normal;text-align:start;font-variant-numeric:tabular-nums;user-select:none}
[data-said]::before{content:attr(data-said)}
.root[data-theme=dark]{${declare('dark')}color-scheme:dark}
*{box-sizing:border-box;margin:0;min-width:0}
svg{flex:none;width:14px;height:14px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
a{color:inherit;font-weight:600;text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:2px}
a:hover{text-decoration-color:currentColor}
button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px;border-radius:4px}
.blocked{color:var(--blocked)}.risk{color:var(--risk)}.fine{color:var(--fine)}.accent{color:var(--accent)}.muted{color:var(--muted)}
.strip{display:flex;align-items:center;min-height:28px;width:fit-content;max-width:100%;padding:0 4px;background:var(--raised);overflow:hidden;cursor:pointer;white-space:nowrap}
.strip,.card{border:1px solid var(--line);border-radius:8px}
.strip:hover{background:var(--pressed)}
.open{flex:none;display:flex;align-items:center;align-self:stretch;padding:0 4px;color:var(--accent)}
.open svg{width:16px;height:16px}
.parts{display:flex;flex:1}
.part{display:flex;align-items:center;gap:4px;padding:0 8px;flex:0 1 auto}
.part+.part{border-inline-start:1px solid var(--line)}
.part>span,.head>span,.line li{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.owner{flex:none;max-width:60%}
.take{flex:none;height:20px;padding:0 8px;margin-inline-start:4px;border-radius:4px;background:var(--tint);color:var(--accent);font-weight:600}
.take:disabled{cursor:default;color:var(--muted)}
.two .strip{height:52px;width:100%}
.two .parts{flex-wrap:wrap;row-gap:4px;height:44px;overflow:hidden}
.two .part{height:20px;padding:0 4px;flex:1 1 40%;border:0}
.two .owner{flex-basis:100%;max-width:100%}
.mark{position:absolute;display:flex;align-items:center;justify-content:center;gap:2px;height:16px;min-width:16px;padding:0 1px;border-radius:4px;font-size:11px;line-height:14px;font-weight:600;background:var(--surface);cursor:default}
.mark.blocked{background:var(--blocked-tint)}.mark.risk{background:var(--risk-tint)}.mark.accent{background:var(--tint)}
.mark:has(b){padding:0 4px 0 2px}
.mark b{font-weight:600}
button.mark{cursor:pointer}
.card{position:fixed;inset:auto;width:320px;max-width:calc(100vw - 16px);padding:12px;background:var(--surface);color:var(--ink);box-shadow:var(--lift);display:none;flex-direction:column;gap:8px;overflow:hidden}
.card:popover-open{display:flex}
.head{display:flex;align-items:center;gap:8px;color:var(--muted)}
.head>:first-child{flex:1}
.state{flex:none;max-width:50%;padding:0 6px;border:1px solid var(--line);border-radius:4px}
.title{font-size:13px;line-height:20px;font-weight:600;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;overflow-wrap:anywhere}
.line{display:flex;gap:6px;align-items:flex-start}
.line svg{margin-top:1px}
.line ul{list-style:none;padding:0;display:grid;gap:4px}
.foot{font-size:11px;color:var(--muted)}
@media (forced-colors:active){.mark{border:1px solid}}
`;
