/** Packs `data/` into the build: the dataset, the names index and the names filter as files, the version as a constant. */
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { packFolder } from '../tools/dataset';

export default defineWxtModule({
  name: 'dataset',
  setup(wxt) {
    const { dataset, names, filter } = packFolder();
    wxt.hook('build:publicAssets', (_, files) => {
      files.push(
        { relativeDest: 'dataset/dataset.json', contents: JSON.stringify(dataset) },
        { relativeDest: 'dataset/names.json', contents: JSON.stringify(names) },
        { relativeDest: 'dataset/filter.json', contents: JSON.stringify(filter) },
      );
    });
    addViteConfig(wxt, () => ({ define: { __DATASET_VERSION__: JSON.stringify(dataset.version) } }));
    wxt.logger.info(
      `Dataset ${dataset.version}: ${dataset.companies.length} companies, ${dataset.incidents.length} incidents`,
    );
  },
});
