/** What a check is made of, and whether that is still what is on the screen. */
import type { RequestInputs } from '../../core/build-request.ts';
import type { MediaSource } from '../media/media.ts';

/** The sample that stands in while nothing was chosen is no file of the person's. */
export function checkInputs(inputs: RequestInputs, source: Pick<MediaSource, 'kind'>): RequestInputs {
  return source.kind === 'stand-in' ? { ...inputs, media: { ...inputs.media, standIn: true } } : inputs;
}

/** A boundary is drawn anew now and then, and means nothing. */
export function isSameCheck(one: RequestInputs, other: RequestInputs): boolean {
  return one.xml === other.xml && rest(one) === rest(other);
}

function rest({ account = 1, locale = '', parameters, assumptions, media }: RequestInputs): string {
  const { name, size, declaredType } = media;
  return JSON.stringify([account, locale, parameters, assumptions, name, size, declaredType]);
}
