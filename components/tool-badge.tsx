import type { CSSProperties } from 'react';
import { type ToolInfo, useDisplay } from './display.tsx';
import { plain } from './plain.ts';

/** The letter of a tool in its colour. No logo: those are other people's marks. */
export const ToolBadge = ({ tool: id }: { readonly tool: string }) => {
  const { tool } = useDisplay();
  const info = tool(id) ?? { id, name: id };
  const letter = info.letter ?? plain(info.name, 1).charAt(0).toUpperCase();
  return (
    <span
      role="img"
      aria-label={info.name}
      title={info.name}
      style={colourOf(info)}
      className="tool-colour inline-flex size-4 shrink-0 items-center justify-center rounded-1 border border-current/50 text-11 leading-none font-bold"
    >
      <span aria-hidden="true">{letter}</span>
    </span>
  );
};

/** Custom properties are set through the object model, which the policy on styles allows. */
const colourOf = ({ colour }: ToolInfo): CSSProperties =>
  (colour === undefined ? {} : { '--tool-light': colour.light, '--tool-dark': colour.dark }) as CSSProperties;
