import { Button, Menu } from '@mantine/core';
import { formatDay } from '../../lib/i18n/format.ts';
import { bom, csvLine } from '../../lib/sheet/csv.ts';
import { writeXlsx } from '../../lib/sheet/xlsx.ts';
import { fileName } from '../export/file-name.ts';
import { useText } from '../frame/use-text.ts';
import { saveFile } from '../health/save-file.ts';

interface Props {
  name: string;
  isDisabled: boolean;
  rows(): string[][];
  json(): string;
}

/** Writes a table to a file: all of it as JSON, or as a sheet. */
export function ExportButton({ name, isDisabled, rows, json }: Props) {
  const { shop } = useText();
  const text = shop.export;
  const named = (extension: string) => fileName([name, formatDay(Date.now())], extension);
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="xs" variant="default" disabled={isDisabled}>
          {text.title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => saveFile(named('json'), json())}>{text.json}</Menu.Item>
        <Menu.Item onClick={() => saveFile(named('csv'), bom + rows().map(csvLine).join(''), 'text/csv')}>
          {text.csv}
        </Menu.Item>
        <Menu.Item onClick={() => saveFile(named('xlsx'), writeXlsx(rows()), sheet)}>{text.xlsx}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
