import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { type ReactNode, useId } from 'react';
import type { PartName } from '../../bot/today/parts.ts';
import { todayWords } from '../words/today.ts';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow4,
  },
  title: { margin: 0 },
  trouble: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
});

/** One part of the day under its heading. @param why its facts could not be had; `null` when they are there */
export function Part({ name, why, children }: { name: PartName; why: string | null; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <Subtitle2 as="h2" id={id} className={styles.title}>
        {todayWords.parts[name]}
      </Subtitle2>
      {why === null ? (
        children
      ) : (
        <div className={styles.trouble}>
          <WarningRegular className={styles.icon} aria-hidden />
          <Text>{why}</Text>
        </div>
      )}
    </section>
  );
}
