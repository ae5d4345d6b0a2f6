// A state that must last before it shows and ends at once: for messages about what is being typed.
import { useEffect, useState } from 'react';

/** True once `isOn` has been true for `pauseMs`; false as soon as it is not. */
export function useSettled(isOn: boolean, pauseMs: number): boolean {
  const [hasLasted, setHasLasted] = useState(isOn);
  useEffect(() => {
    const timer = setTimeout(() => setHasLasted(isOn), isOn ? pauseMs : 0);
    return () => clearTimeout(timer);
  }, [isOn, pauseMs]);
  return isOn && hasLasted;
}
