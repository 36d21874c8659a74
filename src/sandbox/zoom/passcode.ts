/**
 * Passcodes: whether one meets a person's rules, and making one that does.
 */
import { randomInt } from 'node:crypto';
import type { PasscodeRules } from './people';

const digits = '0123456789';
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const special = '@-_*';

const pick = (from: string) => from.charAt(randomInt(from.length));

/** True when the passcode is what the person's rules ask for. */
export function meetsRules(passcode: string, rules: PasscodeRules): boolean {
  if (passcode.length < rules.length) return false;
  if (rules.only_allow_numeric) return /^\d*$/.test(passcode);
  if (rules.have_letter && !/[a-zA-Z]/.test(passcode)) return false;
  if (rules.have_number && !/\d/.test(passcode)) return false;
  return !rules.have_special_character || /[@\-_*]/.test(passcode);
}

/** A passcode of six characters, more when the rules ask for more; digits only unless they ask for something else. */
export function makePasscode(rules: PasscodeRules): string {
  const wanted: string[] = [];
  if (!rules.only_allow_numeric) {
    if (rules.have_letter) wanted.push(pick(letters));
    if (rules.have_special_character) wanted.push(pick(special));
  }
  while (wanted.length < Math.max(6, rules.length)) wanted.push(pick(digits));
  return wanted.join('');
}
