/**
 * Labels that name a company because it offers a button: “Share on Facebook”, “Twitter”, “Sign in with Google”. Decided by what the text says,
 * whatever page it is on.
 */
import { wordSet } from './word-set';

/** Services that pages offer for sharing and following: their bare name, alone in its block, is a label. */
const SHARING = wordSet(`
  facebook twitter x linkedin instagram youtube reddit whatsapp pinterest tumblr telegram messenger flipboard pocket tiktok
  snapchat threads bluesky mastodon digg stumbleupon xing vk weibo wechat line skype vimeo flickr rss email mail
`);

/** Services besides that people sign in with, or that advertise: a label only with a word that says so. */
const SIGN_IN = wordSet(
  'google apple microsoft amazon yahoo github spotify discord audible deezer soundcloud slack dropbox',
);

/** What such labels say. */
const LABEL_WORDS = wordSet(`
  share shares sharing tweet post pin follow following like join find connect subscribe watch listen print copy link links save send
  on to us via with in me and the this our at page pages opens open new window tab click here more sign signin log login
  continue using account your by or button icon comment comments add contact social media network networks channel app
  get download available play store music podcasts it save entrar com siga o
  teilen auf folgen folge uns bei mit anmelden partager sur suivez nous suivre avec se connecter compartir en síguenos
  siganos nos no condividi su seguici accedi con delen op volg ons met inloggen ads anzeigen von
`);

/** Of these, the ones that any text has: they are no evidence of a label. */
const JOINERS = wordSet('e o and in me the this our at by your or y und et e en con di de se');

/** Longest label, in words. */
const MOST_WORDS = 14;

/**
 * True where the whole text is such a label.
 * @param isLink true where all of it is one link: then the bare name of a sharing service is enough
 */
export function isShareLabel(text: string, isLink = false): boolean {
  if (text.length > 160) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  let sharing = 0;
  let signIn = 0;
  let labelWords = 0;
  for (const word of words) {
    if (SHARING.has(word)) sharing++;
    else if (SIGN_IN.has(word)) signIn++;
    else if (JOINERS.has(word)) continue;
    else if (LABEL_WORDS.has(word)) labelWords++;
    else return false;
  }
  return sharing + signIn > 0 && (labelWords > 0 || (sharing > 0 && (isLink || sharing > 2)));
}
