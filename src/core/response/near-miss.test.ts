import { describe, expect, it } from 'vitest';
import { isNearMiss } from './near-miss.ts';

describe('isNearMiss (RES-5)', () => {
  it.each([
    'mediaUrl',
    'Media_URL',
    'media-url',
    'mediaURL',
    'MEDIA_URL',
    'media.url',
    'media url',
    'media_uri',
    'media_urls',
    'medai_url',
    'edia_url',
  ])('%s is nearly media_url', (name) => {
    expect(isNearMiss(name, 'media_url')).toBe(true);
  });

  it.each([
    'media_url',
    'url',
    'media',
    'media_id',
    'thumbnail_url',
    '',
    'media_url_____________________',
  ])('%j is not', (name) => {
    expect(isNearMiss(name, 'media_url')).toBe(false);
  });

  it.each(['Message', 'mesage', 'messages', 'massage'])('%s is nearly message', (name) => {
    expect(isNearMiss(name, 'message')).toBe(true);
  });
});
