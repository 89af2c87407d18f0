import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import { renameList } from '../../lib/log/lists.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { ListExportItems } from '../intake/ListExport.tsx';
import { ListImport } from '../intake/ListImport.tsx';
import { leaveList } from '../intake/leave-list.ts';
import { WhatIfDialog } from '../intake/WhatIfDialog.tsx';
import { useBy, useLog } from '../use-log.ts';
import { BulkEdit } from './BulkEdit.tsx';
import { useDesk } from './desk.ts';
import { NameDialog } from './NameDialog.tsx';
import { switched } from './switches.ts';
import type { Words } from './tree-rows.ts';

/** What can be done with a list of words as a whole; deleting is undone like any change. */
export function ListMenu({ words }: { words: Words }) {
  const text = useText();
  const db = useLog();
  const by = useBy();
  const { off, change } = useDesk();
  const isOn = !off.lists.has(words.id);
  const [opened, setOpened] = useState<'edit' | 'rename' | 'import' | 'try' | null>(null);
  const close = () => setOpened(null);
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={text.lists.more(words.name)}>
            <Icon name="menu" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!isOn && words.head && (
            <Menu.Item onClick={() => setOpened('try')}>{text.intake.whatIf}</Menu.Item>
          )}
          {!words.isFixed && <Menu.Item onClick={() => setOpened('edit')}>{text.lists.edit}</Menu.Item>}
          {words.head && (
            <>
              <Menu.Item onClick={() => setOpened('import')}>{text.intake.import}</Menu.Item>
              <ListExportItems list={words.id} />
              <Menu.Item onClick={() => setOpened('rename')}>{text.lists.rename}</Menu.Item>
              <Menu.Item onClick={() => void leaveList(db, words.id, true, by())}>
                {text.common.delete}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {opened === 'try' && (
        <WhatIfDialog
          title={words.name}
          proposal={{ kind: 'switch', list: words.id, isOn: true }}
          onApply={() => change((before) => switched(before, 'lists', words.id, true))}
          onClose={close}
        />
      )}
      {opened === 'edit' && <BulkEdit words={words} onClose={close} />}
      {opened === 'import' && words.head && <ListImport list={words.head} onClose={close} />}
      {opened === 'rename' && (
        <NameDialog
          title={text.lists.rename}
          first={words.name}
          yes={text.lists.save}
          onName={(name) => renameList(db, words.id, name, by())}
          onClose={close}
        />
      )}
    </>
  );
}
