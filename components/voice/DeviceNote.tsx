import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import page from '../console/page.module.css';
import { useText } from '../frame/use-text.ts';
import { deviceState, loadDevice } from './device.ts';

type State = Awaited<ReturnType<typeof deviceState>>;

/** Whether this browser can recognise by itself, and the way to make it. */
export function DeviceNote() {
  const { voice: text } = useText();
  const [state, setState] = useState<State | null>(null);
  const [load, setLoad] = useState<'loading' | 'loaded' | 'notLoaded' | null>(null);
  useEffect(() => {
    void deviceState().then(setState);
  }, []);
  const fetchPack = async () => {
    setLoad('loading');
    const isLoaded = await loadDevice().catch(() => false);
    setLoad(isLoaded ? 'loaded' : 'notLoaded');
    setState(await deviceState());
  };
  return (
    <p className={page.note} role="status">
      {state && text.device[state]} {load && text[load]}{' '}
      {state === 'loadable' && (
        <Button
          size="compact-xs"
          variant="default"
          disabled={load === 'loading'}
          onClick={() => void fetchPack()}
        >
          {text.load}
        </Button>
      )}
    </p>
  );
}
