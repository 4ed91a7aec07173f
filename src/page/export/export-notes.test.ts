import { describe, expect, it } from 'vitest';
import { requestSecrets } from '../../core/secrets/request-secrets.ts';
import { exportedRequest } from '../../exports/exported-request-of.ts';
import { buildFor } from '../../test/build-for-test.ts';
import { notesOn } from './export-notes.ts';

const built = buildFor({
  data: 'password=%account[password]%&file=%media_content%',
  nodes: { password: 'hunter2-hunter2' },
});
if (!built.plan) throw new Error('There is no request.');
const real = exportedRequest(built.plan);
const hidden = exportedRequest(built.plan, requestSecrets(built));

describe('what is said of an export', () => {
  it('is what it needs, what it reads, and which variables to set', () => {
    expect(notesOn('python', hidden, 'photo.jpg', [])).toEqual({
      notes: [
        'Needs Python 3.8 or newer.',
        'Reads photo.jpg (9 bytes) when it runs.',
        'Secrets are left out. Set these environment variables first, each to what is sent in its place: MEDIA_UPLOAD_PASSWORD (part 1).',
      ],
      differences: [],
    });
  });

  it('has no secret in it, and says nothing of secrets that are put in', () => {
    expect(JSON.stringify(notesOn('curl', hidden, 'a', []))).not.toContain('hunter2');
    expect(notesOn('har', real, 'a', []).notes).toEqual([]);
  });

  it('names what stands in a message in place of a secret', () => {
    expect(notesOn('http', hidden, 'a', []).notes).toEqual([
      'Secrets are left out. In their places: MEDIA_UPLOAD_PASSWORD (part 1).',
    ]);
  });

  it('lists what differs for this request, else what always does', () => {
    expect(notesOn('curl-form', real, 'a', ['It differs.']).differences).toEqual(['It differs.']);
    expect(notesOn('http-file', real, 'a', []).differences.length).toBeGreaterThan(1);
  });
});
