/** Signs on buttons. Always beside a word or a label: none of them means anything alone. */
const paths = {
  pin: 'M6 2h4l-.5 4.5L12 9v1H8.5L8 14.5 7.5 10H4V9l2.5-2.5z',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  deny: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M4.2 4.2l7.6 7.6',
  withdraw: 'M4 4l8 8M12 4l-8 8',
  restore: 'M3 3v4h4M3.5 7A5 5 0 1 1 3 9.5',
  swap: 'M5 3v9M2.5 9.5L5 12l2.5-2.5M11 13V4M8.5 6.5L11 4l2.5 2.5',
  plus: 'M8 3v10M3 8h10',
  fold: 'M6 4l4 4-4 4',
  out: 'M6 3H3v10h10v-3M9 3h4v4M13 3L7 9',
  warn: 'M8 2L14.5 13.5H1.5zM8 6.5v3M8 11.5v.01',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name, className = '' }: { readonly name: IconName; readonly className?: string }) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 16"
    className={`size-4 shrink-0 ${className}`}
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'more' ? 2.5 : 1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={paths[name]} />
  </svg>
);
