import type { Result } from '../lib/core/result.ts';

/** Why a file was not taken. Nothing was changed, whichever it is. */
export interface FileRefused {
  readonly type: 'FileRefused';
  readonly why: 'foreign' | 'broken' | 'too-new' | 'too-large' | 'not-mine' | 'not-stored';
}

interface Contents {
  /** Milliseconds: when the file was made. */
  readonly madeAt: number;
  readonly items: number;
  /** What people added: owners, dependencies. */
  readonly added: number;
}

/** What restoring would do: everything here is replaced by everything there. */
export interface BackupPreview {
  readonly file: Contents;
  readonly here: Pick<Contents, 'items' | 'added'>;
  readonly accept: () => Promise<Result<unknown, FileRefused>>;
}

/** The same thing said differently here and in the file. Both are kept until somebody chooses. */
export interface Contested {
  readonly about: string;
  readonly here: string;
  readonly there: string;
}

/** What adding a colleague's file would do. */
export interface ColleaguePreview {
  readonly file: Contents;
  /** Of these, how many are not here yet. */
  readonly fresh: number;
  readonly contested: readonly Contested[];
  readonly accept: () => Promise<Result<unknown, FileRefused>>;
}

export interface FileIntents {
  readonly onExport: () => void;
  readonly onReadBackup: (file: File) => Promise<Result<BackupPreview, FileRefused>>;
  readonly onReadColleague: (file: File) => Promise<Result<ColleaguePreview, FileRefused>>;
}
