// Before a large database is read: what it needs, and the user's word.
import { Button } from '../shared/controls/Button.tsx';
import { Banner } from '../shared/messages/Banner.tsx';

export interface StorageQuestionProps {
  text: string;
  onAgree: () => void;
}

export function StorageQuestion({ text, onAgree }: StorageQuestionProps) {
  return (
    <Banner
      tone="warning"
      title="A large database"
      actions={<Button onClick={onAgree}>Read it all the same</Button>}
    >
      {text}
    </Banner>
  );
}
