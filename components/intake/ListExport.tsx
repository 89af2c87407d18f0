import { Menu } from '@mantine/core';
import { formatDay } from '../../lib/i18n/format.ts';
import { type ListFormat, listFormats } from '../../lib/lists/write-list.ts';
import { fileName } from '../export/file-name.ts';
import { useText } from '../frame/use-text.ts';
import { saveFile } from '../health/save-file.ts';
import { openIntake } from './line.ts';

/** The entries of a menu that write a list to a file. */
export function ListExportItems({ list }: { list: string }) {
  const words = useText().intake;
  const save = async (format: ListFormat) => {
    const line = openIntake();
    try {
      const written = await line.ask('write', { list, format });
      if (written)
        saveFile(fileName([written.name, formatDay(Date.now())], format), written.file, written.file.type);
    } finally {
      line.close();
    }
  };
  return (
    <>
      <Menu.Label>{words.export}</Menu.Label>
      {listFormats.map((format) => (
        <Menu.Item key={format} onClick={() => void save(format)}>
          {words.formats[format]}
        </Menu.Item>
      ))}
    </>
  );
}
