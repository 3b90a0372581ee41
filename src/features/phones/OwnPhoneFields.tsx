import { useState } from 'react';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { NAME_MAX } from '@/domain/rows/fields';
import { useTranslation } from '@/i18n/useTranslation';
import { phoneKind } from '@/pwa/phoneKind';
import type { OwnPhone } from '@/sync/service';

export interface OwnPhoneDraft {
  name: string;
  /** Undefined as long as nobody has said whose it is. */
  caregiverId: string | null | undefined;
  errors: { name?: string; caregiverId?: string };
  change(change: Partial<OwnPhone>): void;
  /** Returns the phone as typed; null, and an error at its place, if something is missing. */
  read(): OwnPhone | null;
}

/** Who this phone is, while that is typed. By default its name says what kind of device it is. */
export function useOwnPhone(initial: Partial<OwnPhone>): OwnPhoneDraft {
  const { t } = useTranslation();
  const [own, setOwn] = useState<Partial<OwnPhone> & { name: string }>(() => ({
    name: t(`phones.kind.${phoneKind()}`),
    ...initial,
  }));
  const [errors, setErrors] = useState<OwnPhoneDraft['errors']>({});
  return {
    name: own.name,
    caregiverId: own.caregiverId,
    errors,
    change: (change) => {
      setOwn({ ...own, ...change });
      setErrors({});
    },
    read: () => {
      const name = own.name.trim();
      const { caregiverId } = own;
      if (name !== '' && caregiverId !== undefined) return { name, caregiverId };
      setErrors({
        ...(name === '' && { name: t('common.refusal.nameEmpty') }),
        ...(caregiverId === undefined && { caregiverId: t('phones.whoseMissing') }),
      });
      return null;
    },
  };
}

interface OwnPhoneFieldsProps {
  own: OwnPhoneDraft;
  /** Whose it can be. */
  caregivers: readonly { id: string; name: string }[];
}

/** Asks whose phone this is, and for its name among the phones. */
export function OwnPhoneFields({ own, caregivers }: OwnPhoneFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={form.field}>
        <Choice<string | null | undefined>
          label={t('household.phoneIs')}
          options={[
            ...caregivers.map(({ id, name }) => ({ value: id, label: name })),
            { value: null, label: t('household.nobody') },
          ]}
          value={own.caregiverId}
          onPick={(caregiverId = null) => own.change({ caregiverId })}
        />
        {own.errors.caregiverId && (
          <p role="alert" className={controls.error}>
            {own.errors.caregiverId}
          </p>
        )}
      </div>
      <Field
        label={t('phones.phoneName')}
        hint={t('phones.phoneNameHint')}
        error={own.errors.name ?? null}
        autoComplete="off"
        maxLength={NAME_MAX}
        value={own.name}
        onChange={(event) => own.change({ name: event.target.value })}
      />
    </>
  );
}
