import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { momentOf } from '../../when.ts';
import { exportWords } from '../../words/export.ts';
import { exportColumns, filterWords } from './table.ts';
import type { Taken } from './use-export.ts';

/** As paper has it, whatever theme the tab wears; on paper nothing else of the page is left. */
const style = `
.paper { position: fixed; inset: 0; z-index: 1000001; overflow: auto; padding: 24px; background: #fff; color: #000;
  font: 12px/1.4 'Segoe UI', system-ui, sans-serif; }
.paper h1 { font-size: 20px; margin: 0 0 4px; }
.paper p { margin: 0 0 4px; }
.paper h1:focus { outline: none; }
.paper table { border-collapse: collapse; width: 100%; margin-top: 12px; }
.paper th, .paper td { border: 1px solid #767676; padding: 3px 5px; text-align: left; vertical-align: top; overflow-wrap: break-word; }
.paper thead { display: table-header-group; }
.paper tr { break-inside: avoid; }
.paper .tools { display: flex; gap: 8px; margin-bottom: 16px; }
.paper button { font: inherit; font-size: 14px; padding: 6px 14px; border: 1px solid #616161; border-radius: 4px; background: #fff; color: #000; cursor: pointer; }
.paper button:focus-visible { outline: 3px solid #000; outline-offset: 2px; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body > :not(.paper) { display: none !important; } .paper { position: static; padding: 0; overflow: visible; } .paper .tools { display: none; } }
`;

const { print } = exportWords;

/** A plain page for the printer: whose it is, who printed it, when and why, and the rows. */
export function PrintView({ taken, onClose }: { taken: Taken; onClose: () => void }) {
  const { begun, wish, rows } = taken;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return createPortal(
    <div
      className="paper"
      role="dialog"
      aria-modal
      aria-label={print.label}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <style>{style}</style>
      <div className="tools">
        <button
          type="button"
          onClick={() => {
            window.print();
          }}
        >
          {print.print}
        </button>
        <button type="button" onClick={onClose}>
          {print.close}
        </button>
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {begun.school}: {print.title}
      </h1>
      <p>{print.by(begun.by, momentOf(begun.at))}</p>
      <p>
        {exportWords.about.reason}: {wish.reason}
      </p>
      <p>
        {exportWords.about.filter}: {filterWords(wish.filter) || exportWords.about.nothing}
      </p>
      <p>
        {exportWords.about.rows}: {rows.length}
      </p>
      <table>
        <thead>
          <tr>
            {exportColumns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.reference}>
              {exportColumns.map(({ name, cell }) => (
                <td key={name}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
