/**
 * What the lists of `cues.ts` are in German, French, Spanish, Italian, Portuguese and Dutch: consulted only where the words around a
 * name are not English. All lower case and folded: without accents.
 */
import { wordSet } from './word-set';

/** Before a name: what a company is called. */
export const ROLES_IN_LANGUAGES = wordSet(`
  konzern unternehmen firma anbieter hersteller plattform dienst app netzwerk
  entreprise societe firme groupe geant plateforme filiale enseigne operateur chaine application reseau
  empresa compania firma gigante plataforma filial cadena operador operadora grupo banco aplicacion tecnologica red
  azienda societa gruppo colosso piattaforma catena operatore banca applicazione
  companhia empresa aplicativo rede bedrijf concern webwinkel keten dochter
`);

/** German joins words: “Internethändler”, “Suchmaschinenkonzerns”. */
export const GERMAN_ROLE_ENDING =
  /(?:handlers?|konzerns?|riesen?|anbieters?|dienste?s?|herstellers?|kette|bank|tochter|plattform|netzwerks?)$/;

/** After a name: what companies do. */
export const VERBS_IN_LANGUAGES = wordSet(`
  teilte teilt muss musste will wollte hat habe hatte sagt sagte erklarte kundigte verkauft verkaufte zahlt zahlte speichert
  speicherte sammelt sammelte nutzt gibt gab ubernimmt ubernahm plant startet verliert wehrt bietet darf durfte kauft verarbeitet
  a annonce doit dit affirme assure reconnait nie collecte collectait vend vendait partage lance rachete propose refuse ecope
  conserve conservait condamne va veut avait
  ha dice dijo niega nego anuncia anuncio entrenara reconoce reconocio pagara debera debe vende vendio compartio recopila lanza
  lanzo compro quiere ofrece asegura usa
  disse rese offre offriva deve dovra nega annuncia invito richiamo raccoglie lancia acquista non aveva vuole
  tem recorreu diz nega abriu anunciou vai vendeu coleta atrasou pagou lancou quer
  bewaart bewaarde zegt zei moet verkoopt verkocht verzamelt verzamelde deelt deelde heeft wil lanceert betaalt krijgt
`);

/** Before a name: one buys from, works at, talks to companies. Those that also stand before places or in names are left out. */
export const PREPOSITIONS_IN_LANGUAGES = wordSet(`
  bei mit durch fur gegen chez avec par contre selon con contra segun secondo com pela pelo bij met door tegen volgens
`);

/** Before a name: an article, which companies bear in Italian and Portuguese: no name of its own, and no evidence. */
export const ARTICLES_IN_LANGUAGES = wordSet('le la les l el los las il lo gli i o a os as het de een al au aux');

/** Near a name: business and privacy talk. */
export const BUSINESS_IN_LANGUAGES = wordSet(`
  daten datenschutz kunden nutzer unternehmen milliarden millionen euro strafe bussgeld konten
  donnees clients utilisateurs amende cnil milliards millions entreprise comptes
  datos clientes usuarios multa aepd empresa millones cuentas
  dati clienti utenti garante azienda milioni
  dados usuarios utilizadores empresa milhoes
  gegevens klanten gebruikers boete bedrijf miljoen privacy
`);
