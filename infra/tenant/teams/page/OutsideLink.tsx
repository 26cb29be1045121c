import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';

const useStyles = makeStyles({ url: { overflowWrap: 'anywhere' } });

/** Nothing leaves this machine, not even by a click: a link that would is shown instead of followed. */
export function OutsideLink({ url, close }: { readonly url: string | null; readonly close: () => void }) {
  const styles = useStyles();
  return (
    <Dialog
      open={url !== null}
      onOpenChange={() => {
        close();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>This link leads out of the box</DialogTitle>
          <DialogContent>
            In a real school it would open:
            <p className={styles.url}>{url}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
